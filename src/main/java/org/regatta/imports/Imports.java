package org.regatta.imports;

import java.time.Clock;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.imports.run.Admission;
import org.regatta.imports.run.ImportRuns;
import org.regatta.imports.run.ImportRuns.NewRun;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes bundles in, says how far each has come, and cancels them. */
@Service
public class Imports {

    /** Most findings that are kept of one import: two in each line of the 10,000 projects of a large competition. */
    public static final int MAX_FINDINGS = 20_000;

    private final Access access;
    private final Admission admission;
    private final ImportRuns runs;
    private final ImportProperties properties;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Imports(
            Access access,
            Admission admission,
            ImportRuns runs,
            ImportProperties properties,
            ApplicationEventPublisher events,
            Clock clock) {
        this.access = access;
        this.admission = admission;
        this.runs = runs;
        this.properties = properties;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Keeps the files and returns at once; they are checked, and applied unless it is a dry run, in the background with
     * the rights the caller has then. Publishes {@link ImportRequested}.
     *
     * @return the import's id
     * @throws ActionForbidden if the caller may import nowhere
     * @throws org.regatta.identity.NotVisible if the competition is unknown to the caller
     * @throws UploadTooLarge if the files are larger than an import may be
     * @throws org.regatta.shared.InvalidInput if there is no file, or two of the same name
     */
    @Transactional
    public UUID submit(NewImport wanted) {
        if (access.reach(Action.IMPORT).nothing()) {
            throw new ActionForbidden(Action.IMPORT);
        }
        var competitionId = wanted.competitionId();
        var programId = competitionId == null
                ? null
                : admission.competition(competitionId).programId();
        var id = Ids.next();
        var upload = Upload.of(wanted.files(), properties.maxUpload());
        runs.add(new NewRun(
                id,
                programId,
                competitionId,
                access.viewer().personId(),
                wanted.dryRun(),
                upload.name(),
                upload.zip()));
        events.publishEvent(new ImportRequested(
                id,
                upload.name(),
                wanted.dryRun(),
                programId,
                competitionId,
                access.viewer().personId(),
                clock.instant()));
        return id;
    }

    /**
     * How far it has come.
     *
     * @throws ImportNotFound if there is none, or the viewer neither asked for it nor runs its program
     */
    public ImportView get(UUID importId) {
        return runs.find(importId, access.viewer().personId(), access.reach(Action.IMPORT))
                .orElseThrow(() -> new ImportNotFound(importId));
    }

    /**
     * The imports the viewer asked for and those of programs the viewer runs; newest first.
     *
     * @throws ActionForbidden if the viewer may import nowhere
     */
    public Page<ImportView> list(PageRequest page) {
        var reach = access.reach(Action.IMPORT);
        if (reach.nothing()) {
            throw new ActionForbidden(Action.IMPORT);
        }
        return runs.list(access.viewer().personId(), reach, page);
    }

    /**
     * What is wrong with the files, in their order; at most {@value #MAX_FINDINGS} in all, see {@link
     * ImportView#findingsTotal}.
     *
     * @throws ImportNotFound as {@link #get}
     */
    public Page<Finding> findings(UUID importId, PageRequest page) {
        get(importId);
        return runs.findings(importId, page);
    }

    /**
     * Stops an import that has not ended; nothing of it stays. Publishes {@link ImportCancelled}.
     *
     * @throws ImportNotFound as {@link #get}
     * @throws ImportEnded if it was too late
     */
    @Transactional
    public void cancel(UUID importId) {
        var run = get(importId);
        if (!runs.cancel(importId)) {
            throw new ImportEnded(get(importId).state());
        }
        events.publishEvent(new ImportCancelled(
                importId, run.programId(), run.competitionId(), access.viewer().personId(), clock.instant()));
    }
}
