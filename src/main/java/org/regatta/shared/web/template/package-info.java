/** What templates call by its name. */
@NullMarked
package org.regatta.shared.web.template;

import org.jspecify.annotations.NullMarked;
