/** Personal data in everybody's own hands: handed out as a file, erased on request; results stay under a pseudonym. */
@NullMarked
package org.regatta.identity.personal;

import org.jspecify.annotations.NullMarked;
