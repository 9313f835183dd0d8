"""Playing a day again, with everything in it that the sample has not."""

from __future__ import annotations

from pathlib import Path

from facilitator.commands.play import Player
from facilitator.commands.scenes import scenes
from facilitator.exchange.plan import plan_of
from facilitator.model.ids import new_id
from facilitator.model.kinds import AnswerKind, Combine, Method, Origin, Quadrant, StageKind
from facilitator.model.records import (
    Ballot,
    Criterion,
    Endorsement,
    Entry,
    EvaluationQuestion,
    Facts,
    Finding,
    Idea,
    Insight,
    Mark,
    Principle,
    Question,
    RatingSheet,
    Record,
    Response,
    Round,
    Sector,
    Stage,
    Theme,
    WallCount,
)
from facilitator.model.workshop import Workshop
from facilitator.storage import WorkshopFile
from tests.same_content import same_content


def _stages() -> dict[StageKind, Stage]:
    """One stage of each kind; the break was left out, and the evaluation is still to come."""
    stages = {}
    for hour, kind in enumerate(StageKind, start=10):
        ran = kind not in {StageKind.BREAK, StageKind.EVALUATION}
        stages[kind] = Stage(
            new_id(),
            kind,
            kind.value,
            notes=f"Notes on {kind}" if kind is not StageKind.BREAK else "",
            started_at=f"2025-05-05T{hour}:00:00Z" if ran else None,
            finished_at=f"2025-05-05T{hour}:50:00Z" if ran else None,
            skipped=kind is StageKind.BREAK,
            position=float(hour),
        )
    return stages


def _day() -> tuple[Record, ...]:
    stages = _stages()
    swot, walk = stages[StageKind.SWOT].id, stages[StageKind.GALLERY_WALK].id
    vote = stages[StageKind.PRIORITIZATION].id
    sector, principle = Sector(new_id(), "Youth"), Principle(new_id(), "Openness")
    theme = Theme(new_id(), 1, "Words", principle.id)
    entry = Entry(
        new_id(), 1, Quadrant.THREAT, "Trop long", principle.id, language="fr", theme=theme.id
    )
    scrawl = Entry(new_id(), 2, Quadrant.THREAT, "???", None, legible=False, stage=swot)
    insight = Insight(new_id(), 1, theme.id, "Say it in fewer words", (entry.id,))
    idea = Idea(new_id(), 1, "A page at most", principle.id, (entry.id,))
    walked = Idea(
        new_id(),
        4,
        "Une affiche",
        origin=Origin.GALLERY_WALK,
        language="fr",
        stage=walk,
        position=3,
    )
    like = Idea(new_id(), 2, "One page", principle.id, position=1, merged_into=idea.id)
    liker = Idea(new_id(), 3, "Just a page", principle.id, position=2, merged_into=like.id)
    wall = Round(new_id(), "Wall", Method.WALL, stage=vote, ideas=(idea.id,), voters=9, unused=4,
                 spoiled=1, closed=True)  # fmt: skip
    rated = Round(new_id(), "Rated", Method.RATING, position=1)
    cast = Round(
        new_id(), "Cast", Method.BALLOTS, stacking=1, ideas=(idea.id,), closed=True, position=2,
        combine=Combine.HIGHEST, revealed=True,
    )  # fmt: skip
    green = Criterion(new_id(), wall.id, "green", "hope")
    question = EvaluationQuestion(new_id(), "Why did you come?", AnswerKind.SEVERAL, ("a", "b"))
    return (
        Facts(new_id(), title="All of it"),
        sector,
        principle,
        *stages.values(),
        theme,
        entry,
        scrawl,
        insight,
        idea,
        walked,
        like,
        liker,
        wall,
        rated,
        cast,
        green,
        question,
        WallCount(new_id(), wall.id, idea.id, 20, green.id),
        WallCount(new_id(), wall.id, idea.id, 22, green.id, counter=2),
        RatingSheet(new_id(), rated.id, idea.id, 3, 2, 1, signatures=6, comments=("Good",)),
        Ballot(new_id(), 1, cast.id, (Mark(idea.id, 2),), sector=sector.id),
        Ballot(new_id(), 2, cast.id, (Mark("an idea that never was", 1),), "torn"),
        Ballot(new_id(), 3, cast.id, (Mark(liker.id, 1),)),
        Endorsement(new_id(), walked.id, 4, "Yes", sector.id, walk),
        Question(new_id(), 1, "Quand?", "Soon", "A student", sector.id, None, "fr"),
        Response(new_id(), question.id, "1", ("a", "b"), sector=sector.id),
        Response(new_id(), question.id, "2", text="Curious"),
        Finding(new_id(), "People were curious", question.id, "a"),
    )


def test_everything_is_played_by_the_act_of_a_person(tmp_path: Path) -> None:
    day = _day()

    with WorkshopFile.create(tmp_path / "x.workshop", plan_of(day)) as file:
        player = Player(file)
        for scene in scenes(Workshop(day)):
            player.start(scene)
            said = [done.text for done in player.record(scene)]
            player.finish(scene)
            assert len(said) == len(set(said)) or scene.stage.kind is StageKind.PRIORITIZATION

        same_content(file.workshop, Workshop(day))
        assert file.problems() == ()
        while file.undo():
            pass
        same_content(file.workshop, Workshop(plan_of(day)))


def test_a_round_is_settled_before_its_ballots_are_printed(tmp_path: Path) -> None:
    day = _day()
    seen: list[int] = []

    with WorkshopFile.create(tmp_path / "x.workshop", plan_of(day)) as file:
        player = Player(file)
        for scene in scenes(Workshop(day)):
            for _ in player.record(
                scene, lambda v: seen.append(len(file.workshop.get(Round, v.round.id).ideas))
            ):
                pass

    assert seen == [1, 0, 1]
