package org.regatta.imports.run;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.imports.ImportApplied;
import org.regatta.imports.ImportProperties;
import org.regatta.imports.ImportStage;
import org.regatta.imports.ImportState;
import org.regatta.imports.ImportSummary;
import org.regatta.imports.Imports;
import org.regatta.imports.bundle.Bundle;
import org.regatta.imports.bundle.BundleReader;
import org.regatta.imports.bundle.CompetitionPlan;
import org.regatta.imports.text.Archive;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.RawFile;
import org.regatta.imports.text.Spot;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks one import completely and then applies it, all or nothing; a dry run is applied too, and undone. */
@Component
class ImportRunner {

    private static final String UPLOAD = "upload.zip";

    private final ImportRuns runs;
    private final Admission admission;
    private final PlanWriter plans;
    private final BundleWriter tables;
    private final Rounds rounds;
    private final ImportProperties properties;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportRunner(
            ImportRuns runs,
            Admission admission,
            PlanWriter plans,
            BundleWriter tables,
            Rounds rounds,
            ImportProperties properties,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.runs = runs;
        this.admission = admission;
        this.plans = plans;
        this.tables = tables;
        this.rounds = rounds;
        this.properties = properties;
        this.transactions = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /** What was read of an import, and where it goes. */
    private record Read(
            Bundle bundle, Findings findings, @Nullable UUID programId) {}

    /**
     * Brings the import to its end, with the rights its requester has now.
     *
     * @throws ImportLost if it was cancelled or taken over meanwhile
     */
    void run(ImportClaim claim) {
        Requester.actAs(claim.requestedBy(), () -> {
            try {
                check(claim);
            } catch (ImportRefused refused) {
                refuse(claim, refused.findings(), refused.findings().size(), ImportSummary.NONE, null);
            } catch (Problem refusal) {
                var findings = new ImportRefused(Spot.startOf("import"), refusal).findings();
                refuse(claim, findings, findings.size(), ImportSummary.NONE, null);
            }
        });
    }

    private void check(ImportClaim claim) {
        var findings = new Findings(Imports.MAX_FINDINGS);
        var files = Archive.unpack(
                UPLOAD, runs.content(claim), properties.maxUnpacked().toBytes(), findings);
        int lines = lines(files);
        runs.progress(claim, ImportStage.CHECKING, 0, lines);
        var reader = new BundleReader(
                findings, rows -> runs.progress(claim, ImportStage.CHECKING, Math.min(rows, lines), lines));
        var read = read(claim, reader, files, findings);
        var summary = summary(read.bundle());
        if (!findings.none()) {
            refuse(claim, findings.kept(), findings.total(), summary, read.programId());
            return;
        }
        try {
            apply(claim, read, summary);
        } catch (ImportRefused refused) {
            refuse(claim, refused.findings(), refused.findings().size(), summary, read.programId());
        }
    }

    private Read read(ImportClaim claim, BundleReader reader, List<RawFile> files, Findings findings) {
        var competitionId = claim.competitionId();
        if (competitionId != null) {
            var competition = admission.competition(competitionId);
            var bundle = reader.additions(files, admission.known(competitionId));
            return new Read(bundle, findings, competition.programId());
        }
        var bundle = reader.bundle(files);
        var plan = bundle.plan();
        return new Read(bundle, findings, plan == null ? null : admission.check(plan, findings));
    }

    private void apply(ImportClaim claim, Read read, ImportSummary summary) {
        int rows = read.bundle().rows();
        runs.progress(claim, ImportStage.APPLYING, 0, rows);
        transactions.executeWithoutResult(transaction -> {
            var outcome = write(claim, read, summary);
            if (claim.dryRun()) {
                transaction.setRollbackOnly();
            } else {
                runs.end(claim, outcome);
            }
        });
        if (claim.dryRun()) {
            runs.end(
                    claim,
                    new ImportOutcome(
                            ImportState.VALID, read.programId(), claim.competitionId(), List.of(), 0, summary));
        }
    }

    private ImportOutcome write(ImportClaim claim, Read read, ImportSummary summary) {
        int rows = read.bundle().rows();
        var plan = read.bundle().plan();
        var written = plan == null ? existing(claim, read) : plans.write(plan);
        tables.write(
                written.competitionId(),
                read.bundle(),
                written.rounds(),
                done -> runs.progress(claim, ImportStage.APPLYING, done, rows));
        events.publishEvent(
                new ImportApplied(claim.id(), written.competitionId(), summary, claim.requestedBy(), clock.instant()));
        return new ImportOutcome(
                ImportState.APPLIED, written.programId(), written.competitionId(), List.of(), 0, summary);
    }

    private PlanWriter.Written existing(ImportClaim claim, Read read) {
        var competitionId = claim.competitionId();
        var programId = read.programId();
        if (competitionId == null || programId == null) {
            throw new IllegalStateException("A bundle without plan and without competition was let through");
        }
        Map<String, UUID> ids =
                rounds.of(competitionId).stream().collect(Collectors.toMap(RoundView::key, RoundView::id));
        return new PlanWriter.Written(programId, competitionId, ids);
    }

    private void refuse(
            ImportClaim claim, List<Finding> findings, int total, ImportSummary summary, @Nullable UUID programId) {
        runs.end(
                claim,
                new ImportOutcome(ImportState.REFUSED, programId, claim.competitionId(), findings, total, summary));
    }

    /** About as many as there are rows; the bar needs a total before the rows are read. */
    private static int lines(List<RawFile> files) {
        int lines = 0;
        for (var file : files) {
            if (file.name().endsWith(".csv")) {
                for (byte one : file.bytes()) {
                    lines += one == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    private static ImportSummary summary(Bundle bundle) {
        var plan = bundle.plan();
        return new ImportSummary(
                plan == null ? null : plan.competition().name(),
                plan == null ? 0 : plan.rounds().size(),
                plan == null ? 0 : plan.juries().size(),
                plan == null ? 0 : jurors(plan),
                bundle.projects().size(),
                bundle.recusals().size(),
                bundle.scores().size());
    }

    private static int jurors(CompetitionPlan plan) {
        return plan.juries().stream().mapToInt(jury -> jury.jurors().size()).sum();
    }
}
