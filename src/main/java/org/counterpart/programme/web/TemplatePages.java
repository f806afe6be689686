// SPDX-License-Identifier: Apache-2.0
package org.counterpart.programme.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.counterpart.programme.Programme;
import org.counterpart.programme.Programmes;
import org.counterpart.programme.criteria.Criteria;
import org.counterpart.programme.criteria.CriteriaOfProgrammes;
import org.counterpart.programme.criteria.CriteriaOfProgrammes.Kept;
import org.counterpart.programme.criteria.SettingCriteria;
import org.counterpart.programme.template.Template;
import org.counterpart.programme.template.TemplateFile;
import org.counterpart.programme.template.TemplateFile.Fault;
import org.counterpart.programme.template.TemplateText;
import org.counterpart.programme.template.Templates;
import org.counterpart.programme.template.Templates.Named;
import org.counterpart.web.Access;
import org.counterpart.web.Audience;
import org.counterpart.web.Download;
import org.counterpart.web.NotFound;
import org.counterpart.web.Notice;
import org.counterpart.web.Saying;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Where an owner fills what is still empty in a programme's criteria from a template, ours or their own, and takes
/// the criteria along as a template for the next programme.
@Controller
@Access(Audience.OWNER)
public class TemplatePages {
    private final Programmes programmes;
    private final CriteriaOfProgrammes criteria;
    private final SettingCriteria setting;
    private final Templates templates;
    private final Notice notice;

    TemplatePages(
            Programmes programmes,
            CriteriaOfProgrammes criteria,
            SettingCriteria setting,
            Templates templates,
            Notice notice) {
        this.programmes = programmes;
        this.criteria = criteria;
        this.setting = setting;
        this.templates = templates;
        this.notice = notice;
    }

    /// @param open whether anything can still be filled
    /// @param own whether there is anything to take along
    /// @param faults of a file that was refused
    public record TemplatesPage(
            Programme programme, boolean open, boolean own, List<Named> templates, List<Fault> faults) {}

    @GetMapping("/programmes/{id}/templates")
    String show(@PathVariable UUID id, Model model) {
        return page(id, List.of(), model);
    }

    @PostMapping("/programmes/{id}/templates")
    String fill(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String template,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var _ = programme(id);
        var chosen = templates.find(template);
        if (chosen.isEmpty()) {
            return refused(id, List.of(new Fault(0, Saying.of("programme.template.none"))), model, response);
        }
        return fill(id, chosen.get(), model, response, flash);
    }

    @PostMapping("/programmes/{id}/templates/file")
    String upload(
            @PathVariable UUID id,
            @RequestParam MultipartFile file,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash)
            throws IOException {
        var _ = programme(id);
        return switch (TemplateFile.read(file.getBytes())) {
            case TemplateFile.Read(Template template) -> fill(id, template, model, response, flash);
            case TemplateFile.Refused(List<Fault> faults) -> refused(id, faults, model, response);
        };
    }

    @GetMapping("/programmes/{id}/templates/own.yaml")
    ResponseEntity<byte[]> own(@PathVariable UUID id) {
        var programme = programme(id);
        var own = criteria.find(id).map(Kept::criteria).orElse(Criteria.NONE);
        return Download.of("template.yaml", TemplateText.of(Template.of(programme.name(), own)));
    }

    private String fill(
            UUID id, Template template, Model model, HttpServletResponse response, RedirectAttributes flash) {
        if (!setting.fill(id, template::fill)) {
            return refused(id, List.of(new Fault(0, Saying.of("programme.criteria.late"))), model, response);
        }
        notice.show(flash, "programme.template.filled", template.name());
        return "redirect:/programmes/%s/criteria".formatted(id);
    }

    private String refused(UUID id, List<Fault> faults, Model model, HttpServletResponse response) {
        response.setStatus(422);
        return page(id, faults, model);
    }

    private String page(UUID id, List<Fault> faults, Model model) {
        model.addAttribute(
                "page",
                new TemplatesPage(
                        programme(id), setting.open(id), criteria.find(id).isPresent(), templates.all(), faults));
        return "programme/templates";
    }

    private Programme programme(UUID id) {
        return programmes.find(id).orElseThrow(NotFound::new);
    }
}
