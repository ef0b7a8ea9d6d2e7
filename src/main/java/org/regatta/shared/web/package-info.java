/** What every answer over HTTP has in common: its request id and the one way problems are told. */
@NullMarked
package org.regatta.shared.web;

import org.jspecify.annotations.NullMarked;
