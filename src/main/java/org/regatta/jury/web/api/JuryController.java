package org.regatta.jury.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.BulkReads;
import org.regatta.identity.FreshSignIn;
import org.regatta.jury.InvitedJuror;
import org.regatta.jury.Juries;
import org.regatta.jury.JurorView;
import org.regatta.jury.JuryView;
import org.regatta.jury.SeatView;
import org.regatta.shared.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Juries, their jurors, and where they sit. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Juries")
class JuryController {

    private final Juries juries;
    private final BulkReads reads;

    JuryController(Juries juries, BulkReads reads) {
        this.juries = juries;
        this.reads = reads;
    }

    /** A jury as it is sent. */
    record JuryBody(@NotNull String key, @NotNull String name) {}

    /** Jurors as they are sent, all or none. */
    record JurorsBody(@NotEmpty @Size(max = 1_000) List<@NotNull @Valid JurorBody> jurors) {}

    /** A juror as it is sent, by id or by address; without a weight it is 1. */
    record JurorBody(
            @Nullable UUID personId,
            @Nullable String email,
            @Nullable String name,
            @NotNull String label,
            @Nullable BigDecimal weight,
            @Nullable Boolean chairs) {

        InvitedJuror juror() {
            return new InvitedJuror(
                    personId,
                    email,
                    name,
                    label,
                    weight == null ? BigDecimal.ONE : weight,
                    Boolean.TRUE.equals(chairs));
        }
    }

    /** Whether a juror gets assignments in rounds to come. */
    record Standing(@NotNull Boolean active) {}

    /** A seat as it is sent. */
    record SeatBody(
            @NotNull UUID juryId,
            @Nullable String category,
            @Nullable Integer jurorsPerProject) {}

    @GetMapping("/competitions/{competitionId}/juries")
    @Operation(summary = "The juries of a competition, by key")
    Page<JuryView> of(@PathVariable UUID competitionId) {
        return Page.whole(juries.of(competitionId));
    }

    @PostMapping("/competitions/{competitionId}/juries")
    @Operation(summary = "Create a jury")
    ResponseEntity<JuryView> create(@PathVariable UUID competitionId, @Valid @RequestBody JuryBody body) {
        var id = juries.create(competitionId, body.key(), body.name());
        return ResponseEntity.created(URI.create("/api/v1/juries/" + id)).body(juries.get(id));
    }

    @GetMapping("/juries/{juryId}")
    @Operation(summary = "One jury")
    JuryView get(@PathVariable UUID juryId) {
        return juries.get(juryId);
    }

    @GetMapping("/juries/{juryId}/jurors")
    @Operation(summary = "The jurors of a jury, by label")
    Page<JurorView> jurors(@PathVariable UUID juryId) {
        var jurors = juries.jurors(juryId);
        reads.tell("jurors", juryId, juries.get(juryId).competitionId(), jurors.size());
        return Page.whole(jurors);
    }

    @FreshSignIn
    @PostMapping("/juries/{juryId}/jurors")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Add jurors by person id or address, all or none")
    Page<JurorView> add(@PathVariable UUID juryId, @Valid @RequestBody JurorsBody body) {
        juries.invite(juryId, body.jurors().stream().map(JurorBody::juror).toList());
        return Page.whole(juries.jurors(juryId));
    }

    @PatchMapping("/jurors/{jurorId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say whether a juror gets assignments in rounds that open from now on")
    void change(@PathVariable UUID jurorId, @Valid @RequestBody Standing standing) {
        juries.setActive(jurorId, standing.active());
    }

    @DeleteMapping("/rounds/{roundId}/juries/{seatId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a jury's seat in a planned round away")
    void unseat(@PathVariable UUID roundId, @PathVariable UUID seatId) {
        juries.unseat(roundId, seatId);
    }

    @GetMapping("/rounds/{roundId}/juries")
    @Operation(summary = "Which juries sit in a round")
    Page<SeatView> seats(@PathVariable UUID roundId) {
        return Page.whole(juries.seats(roundId));
    }

    @PostMapping("/rounds/{roundId}/juries")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Seat a jury in a planned round, or change how many of its jurors evaluate each project")
    Page<SeatView> seat(@PathVariable UUID roundId, @Valid @RequestBody SeatBody body) {
        juries.seat(roundId, body.juryId(), body.category(), body.jurorsPerProject());
        return Page.whole(juries.seats(roundId));
    }
}
