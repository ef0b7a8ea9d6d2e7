package org.regatta.competition;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.regatta.competition.change.ScoringPolicyChanged;
import org.regatta.competition.change.ScoringPolicyDefined;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.shared.Change;
import org.regatta.shared.ChangedMeanwhile;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The scoring policies of a competition: rules as data, read and edited by its organisers. */
@Service
@Transactional
public class ScoringPolicies {

    private static final String WHAT = "policy";
    private static final String KEY = "[A-Za-z0-9][A-Za-z0-9._-]{0,59}";

    private final ScoringPolicyRepository repository;
    private final ScoringPolicyDocuments documents;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScoringPolicies(
            ScoringPolicyRepository repository,
            ScoringPolicyDocuments documents,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.documents = documents;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a policy to a competition; publishes {@link ScoringPolicyDefined}.
     *
     * @param key unique in the competition: letters, digits, '.', '_' and '-'
     * @return its id
     * @throws InvalidInput naming each field that is wrong
     * @throws DuplicateKey if the key is taken
     */
    public UUID define(UUID competitionId, String key, String name, ScoringPolicy policy) {
        access.require(Action.RUN_COMPETITION, place(competitionId));
        var findings = new ArrayList<Finding>();
        if (!key.matches(KEY)) {
            findings.add(new Finding(
                    "key",
                    "The key is not usable.",
                    "Use 1 to 60 letters, digits, '.', '_' or '-', a letter or digit first."));
        }
        if (name.isBlank() || name.length() > 200) {
            findings.add(new Finding("name", "The name is empty or too long.", "Use 1 to 200 characters."));
        }
        findings.addAll(policy.findings(WHAT));
        refuse(findings);
        var id = repository.insert(competitionId, key, name, documents.write(policy));
        events.publishEvent(new ScoringPolicyDefined(
                id, competitionId, key, name, policy, access.viewer().personId(), clock.instant()));
        return id;
    }

    /**
     * The policy.
     *
     * @throws NotVisible if it is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public ScoringPolicyView get(UUID policyId) {
        var policy = find(policyId);
        access.require(Action.READ_JUDGING, place(policy.competitionId()));
        return policy;
    }

    /** All policies of a competition, by key. */
    @Transactional(readOnly = true)
    public List<ScoringPolicyView> of(UUID competitionId) {
        access.require(Action.READ_JUDGING, place(competitionId));
        return repository.of(competitionId);
    }

    /**
     * Replaces the rules. Rankings computed before keep the rules they were computed with. Publishes
     * {@link ScoringPolicyChanged} if anything did change.
     *
     * @param version the one that was read
     * @throws InvalidInput naming each field that is wrong
     * @throws ChangedMeanwhile if there is a newer version
     */
    public void change(UUID policyId, ScoringPolicy policy, int version) {
        var stored = find(policyId);
        access.require(Action.RUN_COMPETITION, place(stored.competitionId()));
        refuse(policy.findings(WHAT));
        if (!repository.update(policyId, documents.write(policy), version)) {
            throw new ChangedMeanwhile();
        }
        var changes = Change.between(stored.policy(), policy);
        if (!changes.isEmpty()) {
            events.publishEvent(new ScoringPolicyChanged(
                    policyId, stored.competitionId(), changes, access.viewer().personId(), clock.instant()));
        }
    }

    /**
     * Called by the process; checks no rights.
     *
     * @throws NotVisible if there is no such policy
     */
    @Transactional(readOnly = true)
    public ScoringPolicyView find(UUID policyId) {
        return repository.find(policyId).orElseThrow(NotVisible::new);
    }

    /** The same of several policies, by id; without those that are none. */
    @Transactional(readOnly = true)
    public Map<UUID, ScoringPolicyView> findAll(Collection<UUID> policyIds) {
        return policyIds.isEmpty()
                ? Map.of()
                : repository.findAll(policyIds).stream()
                        .collect(Collectors.toMap(ScoringPolicyView::id, Function.identity()));
    }

    /**
     * Makes rules of a JSON document (or of YAML read as one), unknown fields refused. Decimals may be numbers or text.
     *
     * @param place what the places of findings start with
     * @throws InvalidInput naming each field that is wrong
     */
    public ScoringPolicy read(JsonNode document, String place) {
        return documents.read(document, place);
    }

    private Place place(UUID competitionId) {
        return Place.ofCompetition(repository.programOf(competitionId).orElseThrow(NotVisible::new), competitionId);
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new InvalidInput("The scoring policy has errors; see the findings.", findings);
        }
    }
}
