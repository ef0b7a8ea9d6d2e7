/** Where an own project stands, in words: the public steps of its way through the rounds. */
@NullMarked
package org.regatta.project.course;

import org.jspecify.annotations.NullMarked;
