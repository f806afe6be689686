// SPDX-License-Identifier: Apache-2.0
package org.counterpart.enrolment.web;

import java.util.UUID;
import org.counterpart.enrolment.places.Draws;
import org.counterpart.enrolment.places.PlacesOfDraws;
import org.counterpart.enrolment.places.SettingAside;
import org.counterpart.enrolment.places.SettingsAside;
import org.counterpart.postgres.Acting;
import org.springframework.stereotype.Component;

/// Gathers the draws of a programme for whoever is signed in; it names nobody.
@Component
class DrawHistories {
    private final Draws draws;
    private final PlacesOfDraws places;
    private final SettingsAside settings;

    DrawHistories(Draws draws, PlacesOfDraws places, SettingsAside settings) {
        this.draws = draws;
        this.places = places;
        this.settings = settings;
    }

    DrawHistory of(UUID programmeId) {
        return new DrawHistory(
                settings.of(programmeId).stream()
                        .filter(SettingAside::signed)
                        .map(this::setAside)
                        .toList(),
                draws.find(programmeId).orElse(null),
                settings.asked(programmeId).orElse(null));
    }

    private DrawHistory.SetAside setAside(SettingAside setting) {
        var id = setting.programmeId();
        return new DrawHistory.SetAside(
                draws.find(id, setting.round()).orElseThrow(),
                setting,
                Acting.system(() -> places.change(id, setting.round() + 1)));
    }
}
