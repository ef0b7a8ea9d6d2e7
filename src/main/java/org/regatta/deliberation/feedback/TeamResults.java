package org.regatta.deliberation.feedback;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.feedback.TeamResultRepository.Released;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.project.ProjectLifecycle;
import org.regatta.rubric.Rubrics;
import org.regatta.shared.PlainDecimal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells a team what the decisions on its project rested on: after their release, and as much as each round says. */
@Service
@Transactional(readOnly = true)
public class TeamResults {

    private final TeamResultRepository repository;
    private final ProjectLifecycle projects;
    private final Rubrics rubrics;
    private final Access access;

    TeamResults(TeamResultRepository repository, ProjectLifecycle projects, Rubrics rubrics, Access access) {
        this.repository = repository;
        this.projects = projects;
        this.rubrics = rubrics;
        this.access = access;
    }

    /**
     * What the team is told, the first released first; empty before the first release, and where the rounds tell the
     * decision only.
     *
     * @throws NotVisible if the project is unknown to the viewer
     * @throws org.regatta.identity.ActionForbidden if it is not the project of the viewer's own team, or a conflict of
     *     interest keeps it from the viewer
     */
    public List<TeamResult> of(UUID projectId) {
        var place = projects.place(projectId).orElseThrow(NotVisible::new);
        access.require(Action.READ_OWN_RESULT, place);
        return told(projectId, place);
    }

    /** The same for a page that shows more than results; empty for whoever may not read them. */
    public List<TeamResult> ifAllowed(UUID projectId) {
        var place = projects.place(projectId).orElseThrow(NotVisible::new);
        return access.may(Action.READ_OWN_RESULT, place) ? told(projectId, place) : List.of();
    }

    private List<TeamResult> told(UUID projectId, Place place) {
        var ranks =
                access.withheld(Objects.requireNonNull(place.competitionId())).isEmpty();
        var released = repository.released(projectId);
        var asked = rubrics.findAll(released.stream()
                .map(Released::rubricId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var given = repository.answers(
                released.stream()
                        .filter(one -> one.rubricId() != null)
                        .map(Released::roundId)
                        .distinct()
                        .toList(),
                projectId);
        return released.stream()
                .map(one -> {
                    var rubric = one.rubricId() == null ? null : asked.get(one.rubricId());
                    var answers =
                            rubric == null ? null : new Answers(rubric, given.getOrDefault(one.roundId(), List.of()));
                    return result(one, answers, ranks);
                })
                .toList();
    }

    private static TeamResult result(Released released, @Nullable Answers answers, boolean ranks) {
        var number = released.result();
        var rank = ranks ? released.rank() : null;
        return new TeamResult(
                released.roundId(),
                released.roundName(),
                released.outcome(),
                number == null ? null : PlainDecimal.of(number),
                rank,
                rank == null ? null : released.ranked(),
                rank == null ? null : released.category(),
                answers == null ? List.of() : answers.means(),
                answers != null && released.feedback().tellsTexts() ? answers.texts() : List.of(),
                released.releasedAt());
    }
}
