/** The REST API of the audit log. */
@NullMarked
package org.regatta.audit.web.api;

import org.jspecify.annotations.NullMarked;
