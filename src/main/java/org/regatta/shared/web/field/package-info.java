/** What pages call the fields of their forms. */
@NullMarked
package org.regatta.shared.web.field;

import org.jspecify.annotations.NullMarked;
