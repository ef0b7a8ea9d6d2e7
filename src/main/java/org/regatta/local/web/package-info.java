/** The caught mails in the browser. */
@NullMarked
package org.regatta.local.web;

import org.jspecify.annotations.NullMarked;
