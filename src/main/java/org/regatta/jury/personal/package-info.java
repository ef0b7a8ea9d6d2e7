/** What the jury module holds about people, for their export and their erasure. */
@NullMarked
package org.regatta.jury.personal;

import org.jspecify.annotations.NullMarked;
