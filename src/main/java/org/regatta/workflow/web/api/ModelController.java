package org.regatta.workflow.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.regatta.identity.RateLimited;
import org.regatta.shared.Finding;
import org.regatta.workflow.Deployments;
import org.regatta.workflow.engine.ModelRefused;
import org.regatta.workflow.proposal.ModelProposals;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Workflow models: check and deploy. A model with findings answers 422. */
@RestController
@RequestMapping("/api/v1/models")
@Tag(name = "Models")
class ModelController {

    /** One byte more than the gate takes, so that it can say so. */
    private static final int MOST_BYTES = 1024 * 1024 + 1;

    private final Deployments deployments;
    private final ModelProposals proposals;

    ModelController(Deployments deployments, ModelProposals proposals) {
        this.deployments = deployments;
        this.proposals = proposals;
    }

    /** Nothing was found. */
    record Verdict(List<Finding> findings) {}

    /** What was deployed. */
    record ModelVersion(String id, int version) {}

    @RateLimited("upload")
    @PostMapping(path = "/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Check a model without deploying it",
            description = "For whoever runs a competition. Nothing is deployed and nothing is kept.")
    Verdict check(@RequestParam MultipartFile file) throws IOException {
        return verdict(name(file), content(file));
    }

    @RateLimited("upload")
    @PostMapping(
            path = "/check",
            consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @Operation(
            summary = "Check a model without deploying it",
            description = "For whoever runs a competition. Nothing is deployed and nothing is kept.")
    Verdict check(@RequestParam String name, InputStream body) throws IOException {
        return verdict(name, body.readNBytes(MOST_BYTES));
    }

    @RateLimited("upload")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Deploy a new version of a model; 202 where a second super admin has to agree first",
            description = "For super admins only: a model belongs to no program, and every competition that starts from"
                    + " then on runs it. Those that run keep theirs.")
    ResponseEntity<ModelVersion> deploy(@RequestParam MultipartFile file) throws IOException {
        return deployed(name(file), content(file));
    }

    @RateLimited("upload")
    @PostMapping(consumes = {MediaType.APPLICATION_XML_VALUE, MediaType.TEXT_XML_VALUE})
    @Operation(
            summary = "Deploy a new version of a model; 202 where a second super admin has to agree first",
            description = "For super admins only: a model belongs to no program, and every competition that starts from"
                    + " then on runs it. Those that run keep theirs.")
    ResponseEntity<ModelVersion> deploy(@RequestParam String name, InputStream body) throws IOException {
        return deployed(name, body.readNBytes(MOST_BYTES));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "The newest version of a process as BPMN")
    byte[] model(@PathVariable String id) {
        return deployments.content(id);
    }

    private Verdict verdict(String name, byte[] content) {
        var findings = deployments.check(name, content);
        if (!findings.isEmpty()) {
            throw new ModelRefused(findings);
        }
        return new Verdict(findings);
    }

    private ResponseEntity<ModelVersion> deployed(String name, byte[] content) {
        return proposals
                .submit(name, content)
                .map(model -> ResponseEntity.created(URI.create("/api/v1/models/" + model.modelId()))
                        .body(new ModelVersion(model.modelId(), model.version())))
                .orElseGet(() -> ResponseEntity.accepted().build());
    }

    private static String name(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    private static byte[] content(MultipartFile file) throws IOException {
        try (var stream = file.getInputStream()) {
            return stream.readNBytes(MOST_BYTES);
        }
    }
}
