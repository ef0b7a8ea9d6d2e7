/** What every page and every answer has in common: words for times and numbers, the language, the error advice. */
@NullMarked
package org.regatta.shared.web;

import org.jspecify.annotations.NullMarked;
