/** Tasks and models over REST. */
@NullMarked
package org.regatta.workflow.web.api;

import org.jspecify.annotations.NullMarked;
