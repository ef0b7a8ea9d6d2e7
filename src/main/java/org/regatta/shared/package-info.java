/** What every module may use: ids, events, problems. No state, no utilities. */
@ApplicationModule(displayName = "Shared", type = ApplicationModule.Type.OPEN)
@NullMarked
package org.regatta.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
