namespace Truceline.Ingest.UnitTests.Stories.Signatures;

/// <summary>Stories that were made up for these tests.</summary>
internal static class Texts
{
    internal const string Convoy =
        """
        KAFR RAYAN, May 3 (Example Wire) - A convoy of fifty military vehicles crossed the northern border before dawn on Friday and drove towards the
        ridge that separates the two sides, residents and a local observer said.

        The column, which included tank transporters and at least six armoured cranes, stopped for two hours near the grain silos of Kafr Rayan while
        engineers cleared the road, said Samir Haddad, a shopkeeper who watched it pass from his roof.

        "We counted them one by one because nobody would have believed us," he said. "The children thought it was a parade."

        The defence ministry of the neighbouring country did not answer questions. A spokesman for the joint monitoring committee, Colonel Ivar Lind, said
        that the movement had been announced in advance and was within the terms of the March agreement, which allows each side to relieve the crews of
        its twelve observation posts once a month.

        Opposition commanders in the valley doubted that. They said that the posts hold no more than thirty men each and that cranes were hardly needed to
        bring them bread - a sign, in their view, that new positions were being dug in before the withdrawal date of May 20.

        Fighting around the ridge has killed more than 140 people since January, according to the provincial health directorate. The last ceasefire
        collapsed in February after a mortar hit the market of Tell Amara.
        """;
}
