/** Pages of juries. */
@NullMarked
package org.regatta.jury.web;

import org.jspecify.annotations.NullMarked;
