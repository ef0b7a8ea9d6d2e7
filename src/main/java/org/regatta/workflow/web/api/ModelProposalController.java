package org.regatta.workflow.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.regatta.identity.FreshSignIn;
import org.regatta.shared.Page;
import org.regatta.workflow.proposal.ModelProposalView;
import org.regatta.workflow.proposal.ModelProposals;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Models that wait for a second super admin. */
@RestController
@RequestMapping("/api/v1/model-proposals")
@Tag(name = "Models")
class ModelProposalController {

    private final ModelProposals proposals;

    ModelProposalController(ModelProposals proposals) {
        this.proposals = proposals;
    }

    @GetMapping
    @Operation(summary = "Models that wait for a second super admin, the oldest first")
    Page<ModelProposalView> open() {
        return Page.whole(proposals.open());
    }

    @GetMapping(path = "/{proposalId}/document", produces = MediaType.APPLICATION_XML_VALUE)
    @Operation(summary = "The document that would be deployed, to the byte")
    byte[] document(@PathVariable UUID proposalId) {
        return proposals.document(proposalId);
    }

    @FreshSignIn
    @PostMapping("/{proposalId}/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Agree, as the second person; the model is deployed")
    void approve(@PathVariable UUID proposalId) {
        proposals.approve(proposalId);
    }

    @PostMapping("/{proposalId}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Decline, as the second person")
    void decline(@PathVariable UUID proposalId) {
        proposals.decline(proposalId);
    }
}
