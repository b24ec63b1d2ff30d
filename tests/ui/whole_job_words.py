"""What a user reads on the screen and on paper during the whole job, in both languages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a user reads on the screen and on paper in one language."""

    nothing_kept: str
    wrong_code: str
    clash: str
    did_not_go_ahead: str
    not_held: str
    round_off: str
    held: str
    open_a_round: str
    undone: str
    done_again: str
    draft: str
    ready: str
    preview: str
    save: str
    saved: str
    make_final: str
    locked: str
    wrong_passphrase: str
    backed_up: str
    put_back: str
    put_this_back: str
    was_put_back: str


WORDS: Final = {
    "nl": Words(
        nothing_kept="Er is nog niets bewaard",
        wrong_code="Dit is niet de code hierboven.",
        clash="heeft al een gesprek van 15:45 tot",
        did_not_go_ahead="Niet doorgegaan…",
        not_held="Niet doorgegaan: student",
        round_off="Rond af",
        held="Gehouden",
        open_a_round="Open een ronde",
        undone="Ongedaan gemaakt: ",
        done_again="Opnieuw gedaan: ",
        draft="ONTWERP",
        ready="Klaar",
        preview="Voorbeeld",
        save="Bewaar als PDF",
        saved="Bewaard: ",
        make_final="Maak definitief",
        locked="Vergrendeld om 17:00. Je laatste notitie is bewaard.",
        wrong_passphrase="Dit is niet de juiste wachtwoordzin. Probeer opnieuw.",
        backed_up="Laatste back-up vandaag 17:00",
        put_back="Zet een back-up terug",
        put_this_back="Zet deze back-up terug",
        was_put_back="is teruggezet",
    ),
    "en": Words(
        nothing_kept="Nothing is kept yet",
        wrong_code="This is not the code above.",
        clash="already has a conversation from 15:45 to",
        did_not_go_ahead="Did not go ahead…",
        not_held="Did not go ahead: student",
        round_off="Round off",
        held="Held",
        open_a_round="Open a round",
        undone="Undone: ",
        done_again="Done again: ",
        draft="DRAFT",
        ready="Ready",
        preview="Preview",
        save="Save as PDF",
        saved="Saved: ",
        make_final="Make final",
        locked="Locked at 17:00. Your last note is kept.",
        wrong_passphrase="This is not the right passphrase. Try again.",
        backed_up="Last back-up today 17:00",
        put_back="Put a back-up back",
        put_this_back="Put this back-up back",
        was_put_back="was put back",
    ),
}
