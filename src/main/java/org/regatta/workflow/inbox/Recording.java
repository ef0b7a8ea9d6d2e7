package org.regatta.workflow.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What one transaction has done to tasks and flows. Collected and written once before the commit, in batches: a chunk
 * that opens a round creates hundreds of tasks, and a statement for each would cost more than the engine itself.
 */
final class Recording implements TransactionSynchronization {

    private final RecordingTables tables;
    private final List<OpenedTask> opened = new ArrayList<>();
    private final Map<String, EndedTask> ended = new LinkedHashMap<>();
    private final List<FlowTaken> flows = new ArrayList<>();

    private Recording(RecordingTables tables) {
        this.tables = tables;
    }

    /** The recording of the running transaction; there must be one. */
    static Recording current(RecordingTables tables) {
        if (TransactionSynchronizationManager.getResource(tables) instanceof Recording recording) {
            return recording;
        }
        var recording = new Recording(tables);
        TransactionSynchronizationManager.registerSynchronization(recording);
        TransactionSynchronizationManager.bindResource(tables, recording);
        return recording;
    }

    void opened(OpenedTask task) {
        opened.add(task);
    }

    /** The first end counts: a completion by a person before the engine's own echo of it. */
    void ended(EndedTask task) {
        ended.putIfAbsent(task.taskId(), task);
    }

    boolean hasEnded(String taskId) {
        return ended.containsKey(taskId);
    }

    void took(FlowTaken flow) {
        flows.add(flow);
    }

    /** Writes everything collected so far, so that this transaction's own queries see it. */
    void write() {
        tables.insertTasks(opened);
        tables.endTasks(List.copyOf(ended.values()));
        tables.insertFlows(flows);
        opened.clear();
        flows.clear();
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        write();
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(tables);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(tables, this);
    }

    @Override
    public void beforeCompletion() {
        TransactionSynchronizationManager.unbindResourceIfPossible(tables);
    }
}
