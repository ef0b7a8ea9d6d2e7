package org.regatta.projectfile.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;
import org.regatta.projectfile.AskedFile;
import org.regatta.projectfile.FilesAsked;
import org.regatta.shared.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an intake round asks its teams for. */
@RestController
@RequestMapping("/api/v1/rounds/{roundId}/files-asked")
@Tag(name = "Rounds")
class FilesAskedController {

    private final FilesAsked asked;

    FilesAskedController(FilesAsked asked) {
        this.asked = asked;
    }

    /** All that a round asks for; none: files of every type are taken. */
    record Asked(@NotNull List<@NotNull @Valid AskedFile> files) {}

    @GetMapping
    @Operation(summary = "The files that an intake round asks for")
    Page<AskedFile> of(@PathVariable UUID roundId) {
        return Page.whole(asked.of(roundId));
    }

    @PutMapping
    @Operation(summary = "Replace what a planned or open intake round asks for")
    Page<AskedFile> ask(@PathVariable UUID roundId, @Valid @RequestBody Asked body) {
        asked.ask(roundId, body.files());
        return of(roundId);
    }
}
