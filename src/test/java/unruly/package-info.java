/** Breaks every rule of the house, so that each rule is seen to fail. Outside of org.regatta, where no start finds it. */
@NullMarked
package unruly;

import org.jspecify.annotations.NullMarked;
