package org.regatta.imports.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.RateLimited;
import org.regatta.imports.ImportFile;
import org.regatta.imports.ImportView;
import org.regatta.imports.Imports;
import org.regatta.imports.NewImport;
import org.regatta.shared.Finding;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.UriComponentsBuilder;

/** Imports over REST: send files, then ask how far they have come. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Imports")
class ImportController {

    private final Imports imports;

    ImportController(Imports imports) {
        this.imports = imports;
    }

    @RateLimited("upload")
    @FreshSignIn
    @PostMapping(path = "/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Import a bundle: one ZIP, or competition.yaml and its CSV files side by side")
    ResponseEntity<ImportView> bundle(
            MultipartHttpServletRequest files, @RequestParam(defaultValue = "false") boolean dryRun) {
        return submit(null, files, dryRun);
    }

    @RateLimited("upload")
    @PostMapping(path = "/competitions/{competitionId}/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(summary = "Import projects.csv and recusals.csv into a competition")
    ResponseEntity<ImportView> additions(
            @PathVariable UUID competitionId,
            MultipartHttpServletRequest files,
            @RequestParam(defaultValue = "false") boolean dryRun) {
        return submit(competitionId, files, dryRun);
    }

    @GetMapping("/imports")
    @Operation(summary = "My imports and those of the programs I run, the newest first")
    Page<ImportView> list(@RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size) {
        return imports.list(new PageRequest(page, size));
    }

    @GetMapping("/imports/{importId}")
    @Operation(summary = "How far an import has come")
    ImportView get(@PathVariable UUID importId) {
        return imports.get(importId);
    }

    @GetMapping("/imports/{importId}/findings")
    @Operation(
            summary = "What is wrong with the files, with file, line and column",
            description =
                    "All of it, up to " + Imports.MAX_FINDINGS + " findings in their order; the import's findingsTotal"
                            + " says how many there are, also where there are more.")
    Page<Finding> findings(
            @PathVariable UUID importId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return imports.findings(importId, new PageRequest(page, size));
    }

    @PostMapping("/imports/{importId}/cancel")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Stop an import that has not ended; nothing of it stays")
    void cancel(@PathVariable UUID importId) {
        imports.cancel(importId);
    }

    private ResponseEntity<ImportView> submit(
            @Nullable UUID competitionId, MultipartHttpServletRequest request, boolean dryRun) {
        var files = request.getMultiFileMap().values().stream()
                .flatMap(List::stream)
                .map(ImportController::file)
                .toList();
        var id = imports.submit(new NewImport(competitionId, dryRun, files));
        var location = UriComponentsBuilder.fromPath("/api/v1/imports/{id}").build(id);
        return ResponseEntity.accepted().location(location).body(imports.get(id));
    }

    private static ImportFile file(MultipartFile part) {
        return new ImportFile(Objects.requireNonNullElse(part.getOriginalFilename(), ""), part);
    }
}
