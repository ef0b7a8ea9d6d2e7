/** The page on which decisions are prepared. */
@NullMarked
package org.regatta.deliberation.web;

import org.jspecify.annotations.NullMarked;
