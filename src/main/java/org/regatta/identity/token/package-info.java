/** Tokens by which programs act for a person. */
@NullMarked
package org.regatta.identity.token;

import org.jspecify.annotations.NullMarked;
