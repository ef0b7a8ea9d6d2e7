package org.regatta.project;

import java.util.List;
import java.util.UUID;
import org.regatta.competition.RoundLifecycle;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.workflow.ProcessHistory;
import org.regatta.workflow.ProcessHistory.Step;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The path of a project through its rounds, step by step, with the person behind each. */
@Service
@Transactional(readOnly = true)
public class ProjectHistory {

    private final Access access;
    private final ProjectLifecycle projects;
    private final RoundLifecycle rounds;
    private final ProcessHistory processes;
    private final JdbcClient database;

    ProjectHistory(
            Access access,
            ProjectLifecycle projects,
            RoundLifecycle rounds,
            ProcessHistory processes,
            JdbcClient database) {
        this.access = access;
        this.projects = projects;
        this.rounds = rounds;
        this.processes = processes;
        this.database = database;
    }

    /**
     * Every step the processes of this project took, the earliest first. Who judged stays unnamed in blind rounds for
     * those who do not run the competition.
     *
     * @throws NotVisible if the project is unknown to the viewer
     */
    public List<Step> of(UUID projectId) {
        var place = projects.place(projectId).orElseThrow(NotVisible::new);
        access.require(Action.READ_HISTORY, place);
        var roundIds = taken(projectId);
        var steps = processes.of(
                roundIds.stream().map(roundId -> roundId + ":" + projectId).toList());
        if (access.may(Action.RUN_COMPETITION, place)) {
            return steps;
        }
        var blind = roundIds.stream()
                .filter(roundId -> rounds.find(roundId).blind())
                .map(roundId -> roundId + ":" + projectId)
                .toList();
        return steps.stream()
                .map(step -> blind.contains(step.businessKey()) ? unnamed(step) : step)
                .toList();
    }

    /**
     * The rounds the project takes or took part in.
     *
     * @throws NotVisible if the project is unknown to the viewer
     */
    public List<UUID> rounds(UUID projectId) {
        access.require(Action.READ_PROJECT, projects.place(projectId).orElseThrow(NotVisible::new));
        return taken(projectId);
    }

    private List<UUID> taken(UUID projectId) {
        return database.sql("select round_id from participation where project_id = :project")
                .param("project", projectId)
                .query(UUID.class)
                .list();
    }

    private static Step unnamed(Step step) {
        return new Step(
                step.at(), step.processKey(), step.businessKey(), step.kind(), step.elementId(), step.name(), null);
    }
}
