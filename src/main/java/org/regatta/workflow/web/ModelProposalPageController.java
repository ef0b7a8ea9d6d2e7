package org.regatta.workflow.web;

import java.util.UUID;
import org.regatta.identity.FreshSignIn;
import org.regatta.workflow.proposal.ModelProposals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Models that wait for a second super admin: {@code workflow/model-proposals.html}. */
@Controller
class ModelProposalPageController {

    static final String PAGE = "/model-proposals";

    private final ModelProposals proposals;

    ModelProposalPageController(ModelProposals proposals) {
        this.proposals = proposals;
    }

    @GetMapping(PAGE)
    String open(Model model) {
        model.addAttribute("proposals", proposals.open());
        return "workflow/model-proposals";
    }

    @FreshSignIn
    @PostMapping(PAGE + "/{proposalId}/approve")
    String approve(@PathVariable UUID proposalId, RedirectAttributes flash) {
        proposals.approve(proposalId);
        flash.addFlashAttribute("done", "models.done.deployed");
        return "redirect:" + PAGE;
    }

    @PostMapping(PAGE + "/{proposalId}/decline")
    String decline(@PathVariable UUID proposalId, RedirectAttributes flash) {
        proposals.decline(proposalId);
        flash.addFlashAttribute("done", "models.done.declined");
        return "redirect:" + PAGE;
    }
}
