package org.regatta.workflow;

import java.util.Set;

/** A page of its own for some user tasks, contributed by the module that owns them; other tasks show their form. */
public interface TaskPage {

    /** The user tasks' ids in their models. */
    Set<String> taskKeys();

    /** Where the page of this task is; an own path. */
    String address(TaskView task);
}
