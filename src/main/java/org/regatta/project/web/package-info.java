/** Pages of projects. */
@NullMarked
package org.regatta.project.web;

import org.jspecify.annotations.NullMarked;
