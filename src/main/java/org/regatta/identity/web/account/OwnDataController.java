package org.regatta.identity.web.account;

import org.regatta.identity.personal.Erasures;
import org.regatta.identity.personal.OwnData;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own data as a file, and the wish to be forgotten taken back; both on {@code identity/account.html}. */
@Controller
class OwnDataController {

    private final OwnData data;
    private final Erasures erasures;

    OwnDataController(OwnData data, Erasures erasures) {
        this.data = data;
        this.erasures = erasures;
    }

    /** By POST, so that nobody who sees the site as this person gets it, and no link starts it. */
    @PostMapping("/account/data")
    ResponseEntity<byte[]> export() {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("regatta-my-data.zip")
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType("application/zip"))
                .cacheControl(CacheControl.noStore())
                .body(data.export());
    }

    @PostMapping("/account/erasure/withdraw")
    String withdraw(RedirectAttributes flash) {
        erasures.withdraw();
        flash.addFlashAttribute("done", "account.erasure.withdrawn");
        return "redirect:/account";
    }
}
