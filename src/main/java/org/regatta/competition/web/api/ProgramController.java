package org.regatta.competition.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.ProgramView;
import org.regatta.competition.Programs;
import org.regatta.competition.Programs.NewProgram;
import org.regatta.shared.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Programs. */
@RestController
@RequestMapping("/api/v1/programs")
@Tag(name = "Programs")
class ProgramController {

    private final Programs programs;

    ProgramController(Programs programs) {
        this.programs = programs;
    }

    /** A program as it is sent. */
    record ProgramBody(
            @NotNull String key,
            @NotNull String name,
            @Nullable String description) {}

    @GetMapping
    @Operation(summary = "The programs I may see, by name")
    Page<ProgramView> list() {
        return Page.whole(programs.list());
    }

    @PostMapping
    @Operation(summary = "Create a program")
    ResponseEntity<ProgramView> create(@Valid @RequestBody ProgramBody body) {
        var description = body.description();
        var id = programs.create(new NewProgram(body.key(), body.name(), description == null ? "" : description));
        return ResponseEntity.created(URI.create("/api/v1/programs/" + id)).body(programs.get(id));
    }

    @GetMapping("/{programId}")
    @Operation(summary = "One program")
    ProgramView get(@PathVariable UUID programId) {
        return programs.get(programId);
    }
}
