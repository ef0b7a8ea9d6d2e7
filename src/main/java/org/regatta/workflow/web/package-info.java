/** The frame of every page, the inbox and the page of a task. */
@NullMarked
package org.regatta.workflow.web;

import org.jspecify.annotations.NullMarked;
