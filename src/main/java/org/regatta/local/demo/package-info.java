/** The competitions in the middle of things that the one-command start brings, made by the product's own services. */
@NullMarked
package org.regatta.local.demo;

import org.jspecify.annotations.NullMarked;
