package org.regatta.local.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.regatta.competition.RoundView;
import org.regatta.local.demo.Agenda.Entry;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.Rubrics;
import org.regatta.shared.PageRequest;
import org.regatta.shared.Problem;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What the jurors of the demo do: complete the tasks in their inboxes, or begin and leave them. */
@Component
class Jurors {

    private static final Logger LOG = LoggerFactory.getLogger(Jurors.class);
    private static final PageRequest ALL = new PageRequest(0, PageRequest.MAX_SIZE);

    private final Inbox inbox;
    private final Tasks tasks;
    private final Rubrics rubrics;
    private final Acting acting;

    Jurors(Inbox inbox, Tasks tasks, Rubrics rubrics, Acting acting) {
        this.inbox = inbox;
        this.tasks = tasks;
        this.rubrics = rubrics;
        this.acting = acting;
    }

    /** Hands in and begins what is left, as far as the process has given out the tasks. */
    void workOn(RoundView round, Agenda.Left left, Scores scores) {
        var criteria = rubrics.find(Objects.requireNonNull(round.rubricId()))
                .orElseThrow()
                .criteria();
        var given = new HashMap<UUID, Map<UUID, String>>();
        left.toSubmit().forEach(entry -> {
            var answers = scores.answers(entry.reading(), criteria);
            at(entry, round, given, taskId -> tasks.complete(taskId, answers));
        });
        left.toBegin().forEach(entry -> {
            var answers = scores.beginning(entry.reading(), some(criteria));
            at(entry, round, given, taskId -> tasks.keep(taskId, answers));
        });
    }

    private static List<CriterionView> some(List<CriterionView> criteria) {
        return criteria.size() > 1 ? criteria.subList(0, criteria.size() - 1) : criteria;
    }

    private interface Work {
        void on(String taskId);
    }

    private void at(Entry entry, RoundView round, Map<UUID, Map<UUID, String>> given, Work work) {
        var juror = entry.assignment().personId();
        acting.does(juror, () -> {
            var mine = given.computeIfAbsent(juror, person -> open(round));
            var taskId = mine.get(entry.assignment().projectId());
            if (taskId == null) {
                return; // the round has not come to this project yet
            }
            try {
                work.on(taskId);
            } catch (Problem refused) {
                // somebody who tries the demo was faster
                LOG.info(
                        "Demo juror was refused task={} type={}",
                        taskId,
                        refused.getClass().getSimpleName());
            }
        });
    }

    private Map<UUID, String> open(RoundView round) {
        var byProject = new HashMap<UUID, String>();
        inbox.open(InboxFilter.ALL.inRound(round.id()).with("scoreProject"), ALL)
                .items()
                .forEach(task -> byProject.put(Objects.requireNonNull(task.projectId()), task.taskId()));
        return byProject;
    }
}
