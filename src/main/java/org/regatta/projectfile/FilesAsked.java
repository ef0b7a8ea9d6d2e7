package org.regatta.projectfile;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundNotOpen;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.Rounds;
import org.regatta.file.StoredFiles;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.shared.Change;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which files an intake round asks its teams for. A round that asks for none takes files of every type. */
@Service
@Transactional
public class FilesAsked {

    private final FilesAskedRepository repository;
    private final StoredFiles files;
    private final Rounds rounds;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FilesAsked(
            FilesAskedRepository repository,
            StoredFiles files,
            Rounds rounds,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.files = files;
        this.rounds = rounds;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** What the round asks for, by type; for whoever sees the round. */
    @Transactional(readOnly = true)
    public List<AskedFile> of(UUID roundId) {
        return repository.of(rounds.get(roundId).id());
    }

    /**
     * Replaces what the round asks for, also while it is open: a requirement that cannot be met must not keep teams out.
     * Publishes {@link FilesAskedChanged}.
     *
     * @throws RoundNotOpen if it has closed
     * @throws InvalidInput if it is no intake round, a type comes twice or a size is out of range
     */
    public void ask(UUID roundId, List<AskedFile> asked) {
        var round = rounds.get(roundId);
        access.require(Action.RUN_COMPETITION, round.place());
        refuse(round.kind(), asked);
        var status = RoundStatus.valueOf(repository.lock(roundId));
        if (status != RoundStatus.PLANNED && status != RoundStatus.OPEN) {
            throw new RoundNotOpen(rounds.get(roundId));
        }
        var changes = Change.between()
                .map("asked", byType(repository.of(roundId)), byType(asked))
                .all();
        if (changes.isEmpty()) {
            return;
        }
        repository.replace(roundId, asked);
        events.publishEvent(new FilesAskedChanged(
                roundId, changes, round.competitionId(), access.viewer().personId(), clock.instant()));
    }

    /** The largest file that can be asked for, in bytes. */
    public long maxBytes() {
        return files.maxBytes();
    }

    private static Map<FileType, AskedFile> byType(List<AskedFile> asked) {
        var files = new EnumMap<FileType, AskedFile>(FileType.class);
        asked.forEach(file -> files.put(file.type(), file));
        return files;
    }

    private void refuse(RoundKind kind, List<AskedFile> asked) {
        var findings = new ArrayList<Finding>();
        if (kind != RoundKind.INTAKE && !asked.isEmpty()) {
            findings.add(new Finding(
                    "files", "Only an INTAKE round asks for files.", "Ask in the round that takes projects."));
        }
        var seen = EnumSet.noneOf(FileType.class);
        for (int at = 0; at < asked.size(); at++) {
            var one = asked.get(at);
            if (!seen.add(one.type())) {
                findings.add(new Finding(
                        "files[" + at + "].type", "The type " + one.type() + " comes twice.", "Name every type once."));
            }
            if (one.maxBytes() < 1 || one.maxBytes() > maxBytes()) {
                findings.add(new Finding(
                        "files[" + at + "].maxBytes",
                        "The largest size must be from 1 to " + maxBytes() + " bytes.",
                        "Choose a size in this range."));
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput("What the round asks for is wrong; nothing was saved.", findings);
        }
    }
}
