package org.regatta.identity.web.own;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.ReaderZone;
import org.regatta.identity.factor.SecondFactors;
import org.regatta.identity.passkey.Passkeys;
import org.regatta.identity.password.Passwords;
import org.regatta.identity.session.Devices;
import org.regatta.identity.session.SessionNotes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own ways to sign in, and where one is signed in: {@code identity/security.html}. */
@Controller
@RequestMapping("/security")
class SecurityPageController {

    private final Devices devices;
    private final Passwords passwords;
    private final Passkeys passkeys;
    private final SecondFactors factors;
    private final ReaderZone zone;
    private final Access access;

    SecurityPageController(
            Devices devices,
            Passwords passwords,
            Passkeys passkeys,
            SecondFactors factors,
            ReaderZone zone,
            Access access) {
        this.devices = devices;
        this.passwords = passwords;
        this.passkeys = passkeys;
        this.factors = factors;
        this.zone = zone;
        this.access = access;
    }

    @GetMapping
    String show(HttpServletRequest request, Model model) {
        var personId = access.viewer().personId();
        model.addAttribute("devices", devices.own(SessionNotes.device(request)));
        model.addAttribute("hasPassword", passwords.has(personId));
        model.addAttribute("hasFactor", factors.has(personId));
        model.addAttribute("recoveryCodes", factors.recoveryCodes(personId));
        model.addAttribute("passkeys", passkeys.own());
        model.addAttribute("zone", zone.own());
        return "identity/security";
    }

    @PostMapping("/devices/{deviceId}/end")
    String end(@PathVariable UUID deviceId, RedirectAttributes flash) {
        devices.end(deviceId);
        flash.addFlashAttribute("done", "security.device.ended");
        return "redirect:/security";
    }

    @PostMapping("/devices/end")
    String endAll(HttpServletResponse response) {
        devices.endAll();
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return "redirect:/sign-in?signedOut";
    }
}
