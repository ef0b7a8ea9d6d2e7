/** Pages for those who administer people. */
@NullMarked
package org.regatta.identity.web.people;

import org.jspecify.annotations.NullMarked;
