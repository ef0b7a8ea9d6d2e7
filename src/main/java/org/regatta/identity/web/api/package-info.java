/** The REST API about oneself: who am I, and my API tokens. */
@NullMarked
package org.regatta.identity.web.api;

import org.jspecify.annotations.NullMarked;
