/** What may stand in a text. */
@NullMarked
package org.regatta.shared.web.text;

import org.jspecify.annotations.NullMarked;
