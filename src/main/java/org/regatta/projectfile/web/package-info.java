/** Pages about the files of projects. */
@NullMarked
package org.regatta.projectfile.web;

import org.jspecify.annotations.NullMarked;
