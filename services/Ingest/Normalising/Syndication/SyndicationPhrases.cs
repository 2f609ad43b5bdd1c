using Truceline.Ingest.V1;

namespace Truceline.Ingest.Normalising.Syndication;

/// <summary>How much of a line a phrase claims.</summary>
internal enum PhraseScope
{
    /// <summary>The line begins with the phrase.</summary>
    Begins,

    /// <summary>The line is the phrase, but for signs around it.</summary>
    Is,
}

/// <summary>A phrase with which syndication marks what is not the story.</summary>
/// <param name="Text">Its words, as they stand; letter case does not matter.</param>
/// <param name="Kind">What it marks.</param>
/// <param name="Scope">How much of the line it claims.</param>
/// <param name="LongestLine">Lines longer than that are story.</param>
internal sealed record SyndicationPhrase(string Text, BoilerplateKind Kind, PhraseScope Scope, int LongestLine);

/// <summary>Phrases of syndication in the field's languages.</summary>
internal static class SyndicationPhrases
{
    /// <summary>All of them.</summary>
    internal static readonly SyndicationPhrase[] All =
    [
        .. Begin(BoilerplateKind.Promotion, 220,
            "read more:|read more about|read more on|read more at|read also|read:|read full|read the full|read our|also read|also see|see also|see more|more on this|related:|related stories|related articles|related news"
            + "|related coverage|related topics|sign up for|sign up to|sign up here|signup|subscribe to|subscribe now|subscribe for|subscribe here|follow us|follow our|follow the latest|follow the conversation|follow the story|click here|tap here|join our|join us on|join the conversation"
            + "|share this|story continues|article continues|continue reading|download our|download the app|download the free|download the latest|get our|get the latest|get breaking|get alerts|watch:|watch live|watch more|watch now|listen:|listen to this article"
            + "|recommended:|recommended stories|most read|most popular|editors' picks|editor's picks|editor’s picks|don't miss|don’t miss|support our|support us|donate to|like us on|find us on|visit our|for more news|for more on|for more stories"
            + "|for more information visit|tags:|keywords:|topics:|filed under|posted in|in this article:|what you need to know:|stay up to date|stay informed|keep up with|receive our|newsletter|our newsletter|enter your email|by signing up"
            + "|by subscribing|this newsletter|catch up on|up next|next article|previous article|you may also like|you might also like|trending:|our standards:|watch the video|play video|open in app|install our|register for free|register now"
            + "|lire aussi|à lire aussi|a lire aussi|lire la suite|lire :|lire plus|abonnez-vous|inscrivez-vous|suivez-nous|suivez l'actualité|à voir aussi|voir aussi|partager cet article|écouter cet article|retrouvez "
            + "|lee también|lea también|leer también|leer más|lea más|te puede interesar|le puede interesar|suscríbete|suscríbase|síguenos|únete a|más información:|puedes seguir|ver también"
            + "|lesen sie auch|lesen sie mehr|lesen sie hier|mehr zum thema|mehr dazu|weiterlesen|auch interessant|jetzt abonnieren|abonnieren sie|folgen sie uns"
            + "|leggi anche|leggi tutto|leggi di più|iscriviti|seguici|guarda anche|abbonati|leia também|leia mais|inscreva-se|siga-nos|assine |veja também|saiba mais"
            + "|читайте также|читайте:|читать далее|подписывайтесь|подпишитесь|смотрите также|по теме:|больше новостей|следите за|наш канал|читайте нас|подробнее:|читайте також|читати далі|підписуйтесь|підписуйтеся|дивіться також|більше новин|стежте за"
            + "|ayrıca okuyun|ayrıca bakınız|abone ol|ilgili haber|bizi takip|daha fazla haber|haberin devamı|həmçinin oxuyun|daha ətraflı|bizi izləyin"
            + "|اقرأ أيضا|اقرأ أيضاً|اقرأ أيضًا|اقرأ ايضا|إقرأ أيضا|إقرأ أيضاً|اقرأ المزيد|اقرأوا أيضا|اقرأ:|للمزيد|اشترك|تابعنا|تابعونا|شاهد أيضا|شاهد أيضاً|شاهد:|مواضيع ذات صلة|أخبار ذات صلة|انضم إلى|اضغط هنا"
            + "|بیشتر بخوانید|همچنین بخوانید|بیشتر بدانید|در همین زمینه|به کانال|קראו גם|קראו עוד|לקריאה נוספת|הצטרפו|הירשמו|עקבו אחרינו|延伸阅读|相关阅读|相关新闻|点击|扫码|關注|더 읽기|관련기사|구독|関連記事|続きを読む"),
        .. Whole(BoilerplateKind.Promotion,
            "read more|advertisement|advertisements|advertising|sponsored|sponsored content|related|comments|comment|share|share this article|print|email|print this article|back to top|sign up|subscribe|newsletter|watch|listen|skip ad|menu"
            + "|save|tweet|facebook|twitter|whatsapp|telegram|linkedin|pinterest|copy link|link copied|loading...|more stories|top stories|latest news|trending|recommended|follow|subscribe now|view comments|leave a comment|reply"
            + "|publicité|publicidad|anzeige|werbung|pubblicità|publicidade|реклама|إعلان|اعلان|reklam|تبلیغات|פרסומת|广告|広告|partager|compartir|teilen|поделиться|поділитися|مشاركة|شارك|paylaş"),
        .. Begin(BoilerplateKind.Copyright, 700,
            "copyright |© |©|(c) 1|(c) 2|(c) c|all rights reserved|this material may not|this content may not|this story may not|no part of this|reproduction is|reproduction in whole|republished with permission|reprinted with permission|republished from|this article is republished"
            + "|this article was originally published|this story was originally published|this article originally appeared|originally published|first published|this story has not been edited|this article has not been edited"
            + "|this report is auto-generated|this story is auto|this story is published from|this is an unedited|this news has been|except for the headline|(except for the headline|(this story has not|(this article|(this report|(this story|disclaimer:|licensed under|published under|creative commons"
            + "|tous droits|toute reproduction|todos los derechos|prohibida la|queda prohibida|alle rechte|nachdruck|tutti i diritti|riproduzione riservata|todos os direitos|все права|при использовании|при цитировании|перепечатка"
            + "|усі права|всі права|використання матеріалів|tüm hakları|bütün hüquqlar|جميع الحقوق|كافة الحقوق|حقوق النشر|تمامی حقوق|כל הזכויות|版权所有|版權所有|未经|無断転載|저작권자|무단전재|ⓒ|<저작권자"),
        .. Begin(BoilerplateKind.Credit, 500,
            "reporting by|reporting and writing by|reporting for|reporting from|additional reporting|with additional reporting|writing by|written by|editing by|edited by|compiled by|translated by|translation by|report by|reported by|with inputs from|with input from|with agency inputs|with agencies|with reporting by"
            + "|with wire|inputs from|inputs by|source:|sources:|source :|credit:|credits:|photo:|photos:|photo by|photograph by|photo credit|image:|image credit|image source|image by|picture:|pictures by|caption:|file photo|video by|graphic by|graphics by|produced by"
            + "|associated press writer|associated press writers|associated press journalist|associated press journalists|ap writer|ap writers|ap journalist|ap journalists|reuters journalists|afp journalists|by-line:|courtesy of|author:|about the author"
            + "|avec afp|(avec afp|avec reuters|avec agences|avec les agences|(avec agences|source afp|crédit photo|photo d'archives|traduit par|rédigé par|fuente:|con información de|con informaciones de|redacción de|edición de|foto:|fotos:|quelle:|quellen:|mit material|mit agenturmaterial|übersetzt von|redaktion:"
            + "|fonte:|con ansa|com informações de|com agências|com agência|edição de|источник:|источники:|фото:|текст:|автор:|редактор:|перевод:|джерело:|джерела:|автор -|kaynak:|fotoğraf:|mənbə:|foto "
            + "|المصدر:|المصدر :|تحرير:|(تحرير|(إعداد|(تغطية|مصدر الصورة|صورة:|(وكالات|منبع:|عکس:|انتهای پیام|مقور:|צילום:|来源:|来源：|责任编辑|编辑:|编辑：|記者|记者:|(记者|文/|图/"),
        .. Begin(BoilerplateKind.WireHeader, 500,
            "eds:|(eds:|eds.:|editors:|editors' note|editor's note|editor’s note|editors’ note|(editor's note|(editor’s note|(editors' note|(editors: |[editor's note|ed note|note to editors|notes to editors|attention editors|attn editors|attn:|advisory:|for immediate release|embargo:|embargoed until|embargoed for|under embargo|not for release|not for publication|hold for release"
            + "|(adds |(updates |(updates)|(adds)|(recasts|(corrects |(corrects)|(repeats |(repeats)|(refiles|(writes through|(removes |(releads|(new throughout|(changes |(clarifies|(fixes |(deletes |(refile|adds details|updates with|updates throughout|recasts with|eds note|trans note|slug:|bc-|nnnn|zczc|(more to follow|more to follow|more follows|this is a developing story|this is a breaking news|this story is developing|developing story"
            + "|(end)|-end-|- end -|--end|ends/|/ends|-ends-|- ends -|(ends)|###|# # #|-30-|- 30 -|—30—|-0-|(more)|-more-|- more -|end of release|end item|enditem|endit|(mfl)|(mf)|note: this|note au rédacteur|note aux rédactions|nota a los editores|hinweis an die redaktion|achtung redaktionen"
            + "|примечание для редакторов|(дополнен|(повтор|(إضافة|(تحديث|تحديث:|عاجل:|(исправлен"),
        .. Whole(BoilerplateKind.WireHeader, "ends|end|30|молния|срочно|urgent|flash|bulletin|more|mf|eom|конец|انتهى|fin|(fin)|finis|nnn|editors note"),
    ];

    private static IEnumerable<SyndicationPhrase> Begin(BoilerplateKind kind, int longest, string phrases) =>
        phrases.Split('|').Select(p => new SyndicationPhrase(p, kind, PhraseScope.Begins, longest));

    private static IEnumerable<SyndicationPhrase> Whole(BoilerplateKind kind, string phrases) =>
        phrases.Split('|').Select(p => new SyndicationPhrase(p, kind, PhraseScope.Is, int.MaxValue));
}
