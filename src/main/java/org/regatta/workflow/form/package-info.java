/** The forms of user tasks: loaded from {@code forms/}, enforced by the server as form-js enforces them in the browser. */
@NullMarked
package org.regatta.workflow.form;

import org.jspecify.annotations.NullMarked;
