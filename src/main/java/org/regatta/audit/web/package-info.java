/** The observer's pages: what there is to read in a program, and what happened, as lists. */
@NullMarked
package org.regatta.audit.web;

import org.jspecify.annotations.NullMarked;
