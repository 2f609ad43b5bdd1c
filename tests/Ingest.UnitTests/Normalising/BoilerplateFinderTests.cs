using Truceline.Ingest.Documents;
using Truceline.Ingest.Normalising.Syndication;
using Truceline.Ingest.V1;

namespace Truceline.Ingest.UnitTests.Normalising;

public class BoilerplateFinderTests
{
    private const string Story = "Shells fell beside the road at dawn, two residents said. The army gave no figures.";

    [Theory]
    [InlineData("Copyright 2018 The Associated Press. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.", BoilerplateKind.Copyright)]
    [InlineData("© 2018 AFP", BoilerplateKind.Copyright)]
    [InlineData("(c) 2018 Example Media", BoilerplateKind.Copyright)]
    [InlineData("(This story has not been edited by our staff and is auto-generated from a syndicated feed.)", BoilerplateKind.Copyright)]
    [InlineData("(Except for the headline, this story is published from a syndicated feed.)", BoilerplateKind.Copyright)]
    [InlineData("This article is republished from Example under a Creative Commons licence.", BoilerplateKind.Copyright)]
    [InlineData("Tous droits réservés", BoilerplateKind.Copyright)]
    [InlineData("Все права защищены.", BoilerplateKind.Copyright)]
    [InlineData("جميع الحقوق محفوظة", BoilerplateKind.Copyright)]
    [InlineData("(Reporting by Jane Doe in Beirut; Editing by John Roe)", BoilerplateKind.Credit)]
    [InlineData("Reporting by Jane Doe; Editing by John Roe", BoilerplateKind.Credit)]
    [InlineData("Associated Press writers Jane Doe in Cairo and John Roe in Amman contributed to this report.", BoilerplateKind.Credit)]
    [InlineData("Jane Doe contributed reporting from Amman.", BoilerplateKind.Credit)]
    [InlineData("(With inputs from PTI)", BoilerplateKind.Credit)]
    [InlineData("Source: Example Agency", BoilerplateKind.Credit)]
    [InlineData("Photo: Jane Doe/Example", BoilerplateKind.Credit)]
    [InlineData("By Jane Doe and John Roe", BoilerplateKind.Credit)]
    [InlineData("المصدر: وكالات", BoilerplateKind.Credit)]
    [InlineData("Читайте также: Что известно о перемирии", BoilerplateKind.Promotion)]
    [InlineData("Read more: What we know of the corridor", BoilerplateKind.Promotion)]
    [InlineData("READ MORE", BoilerplateKind.Promotion)]
    [InlineData("Read more >>", BoilerplateKind.Promotion)]
    [InlineData("Sign up for our morning briefing", BoilerplateKind.Promotion)]
    [InlineData("» Follow us on the messenger of your choice", BoilerplateKind.Promotion)]
    [InlineData("ADVERTISEMENT", BoilerplateKind.Promotion)]
    [InlineData("Lire aussi : la trêve en cinq dates", BoilerplateKind.Promotion)]
    [InlineData("اقرأ أيضاً: خمسة تواريخ", BoilerplateKind.Promotion)]
    [InlineData("(Adds quotes, details)", BoilerplateKind.WireHeader)]
    [InlineData("Eds: UPDATES with toll. With AP Photos.", BoilerplateKind.WireHeader)]
    [InlineData("EDITOR'S NOTE: Names were changed.", BoilerplateKind.WireHeader)]
    [InlineData("ENDS", BoilerplateKind.WireHeader)]
    [InlineData("-30-", BoilerplateKind.WireHeader)]
    [InlineData("###", BoilerplateKind.WireHeader)]
    [InlineData("Embargoed until 18:00 GMT", BoilerplateKind.WireHeader)]
    public void Find_ALineOfSyndication_IsMarked(string line, BoilerplateKind kind)
    {
        var text = $"{Story}\n\n{line}\n\n{Story}";

        var part = Assert.Single(BoilerplateFinder.Find(text, []));

        Assert.Equal((kind, line), (part.Kind, text[part.Start..part.End]));
    }

    [Theory]
    [InlineData("The source said: two shells fell near the school.")]
    [InlineData("Related units withdrew to the north.")]
    [InlineData("By Monday the convoy had reached the crossing.")]
    [InlineData("By Monday thousands had fled")]
    [InlineData("By then, thousands had fled")]
    [InlineData("Endless queues stood at the crossing")]
    [InlineData("Editors and reporters of three outlets were held at the checkpoint for two hours.")]
    [InlineData("Sources close to the army said that the bridge was hit.")]
    [InlineData("Embargo on arms was extended for a year")]
    [InlineData("Signals were exchanged across the line.")]
    [InlineData("تحرير المدينة استغرق ثلاثة أيام")]
    [InlineData("The copyright of the map lies with the mission, which drew it.")]
    [InlineData("30 people were killed")]
    [InlineData("Follow-up talks were agreed.")]
    [InlineData("Watching the road, the patrol counted nine tanks.")]
    public void Find_ALineOfTheStory_IsNotMarked(string line) => Assert.Empty(BoilerplateFinder.Find($"{Story}\n\n{line}\n\n{Story}", []));

    [Theory]
    [InlineData("The army gave no figures. (Reporting by Jane Doe; Editing by John Roe)", "(Reporting by Jane Doe; Editing by John Roe)")]
    [InlineData("The army gave no figures. © 2018 AFP", "© 2018 AFP")]
    [InlineData("The army gave no figures. Jane Doe contributed to this report.", "Jane Doe contributed to this report.")]
    [InlineData("(Reporting by Jane Doe) The army gave no figures.", "(Reporting by Jane Doe)")]
    public void Find_ANoteBehindASentence_MarksTheNoteAlone(string paragraph, string note)
    {
        var text = $"{Story}\n{paragraph}";

        var part = Assert.Single(BoilerplateFinder.Find(text, []));

        Assert.Equal(note, text[part.Start..part.End]);
    }

    [Fact]
    public void Find_KnownParts_StayAndAreNotMarkedTwice()
    {
        var text = "> READ MORE\nSign up for news\nStory.";
        var known = new BoilerplatePart(BoilerplateKind.Mail, 0, 11);

        Assert.Equal([known, new BoilerplatePart(BoilerplateKind.Promotion, 12, 28)], BoilerplateFinder.Find(text, [known]));
    }
}
