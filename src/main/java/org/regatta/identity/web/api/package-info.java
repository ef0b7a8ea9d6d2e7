/** The REST API about oneself and one's tokens, and about people: roles, invitations, second factors. */
@NullMarked
package org.regatta.identity.web.api;

import org.jspecify.annotations.NullMarked;
