/**
 * Who accompanies which project. Enter through {@link org.regatta.project.mentor.Mentors}.
 */
@NullMarked
package org.regatta.project.mentor;

import org.jspecify.annotations.NullMarked;
