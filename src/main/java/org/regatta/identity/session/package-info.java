/**
 * Sessions of people: what a session knows, a list of one's devices, ending them. Enter through
 * {@link org.regatta.identity.session.Devices} and {@link org.regatta.identity.session.SignIns}. Tables:
 * {@code spring_session}, {@code spring_session_attributes}.
 */
@NullMarked
package org.regatta.identity.session;

import org.jspecify.annotations.NullMarked;
