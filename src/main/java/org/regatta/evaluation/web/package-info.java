/** What the evaluations add to the pages of a round. */
@NullMarked
package org.regatta.evaluation.web;

import org.jspecify.annotations.NullMarked;
