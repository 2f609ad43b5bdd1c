using System.Collections.Frozen;

namespace Truceline.Ingest.Normalising.Agencies;

/// <summary>Agencies by the hosts of their own sites.</summary>
internal static class AgencyHosts
{
    private static readonly FrozenDictionary<string, string> ByHost = new[]
    {
        "reuters.com Reuters", "apnews.com AP", "afp.com AFP", "dpa.com dpa", "efe.com EFE", "ansa.it ANSA", "tass.com TASS", "tass.ru TASS", "ria.ru RIA Novosti", "interfax.ru Interfax", "interfax.com Interfax",
        "interfax.com.ua Interfax-Ukraine", "xinhuanet.com Xinhua", "news.cn Xinhua", "chinanews.com CNS", "kcna.kp KCNA", "yna.co.kr Yonhap", "kyodonews.net Kyodo", "jiji.com Jiji", "ptinews.com PTI", "aninews.in ANI",
        "upi.com UPI", "aa.com.tr Anadolu", "dha.com.tr DHA", "iha.com.tr İHA", "sana.sy SANA", "nna-leb.gov.lb NNA", "petra.gov.jo Petra", "wafa.ps WAFA", "maannews.net Ma'an", "spa.gov.sa SPA", "wam.ae WAM",
        "bna.bh BNA", "kuna.net.kw KUNA", "qna.org.qa QNA", "saba.ye Saba", "sabanew.net Saba", "suna-sd.net SUNA", "ina.iq INA", "irna.ir IRNA", "isna.ir ISNA", "farsnews.ir Fars", "tasnimnews.com Tasnim",
        "mehrnews.com Mehr", "aps.dz APS", "tap.info.tn TAP", "mapnews.ma MAP", "lana.gov.ly LANA", "ukrinform.net Ukrinform", "ukrinform.ua Ukrinform", "unian.info UNIAN", "unian.ua UNIAN", "unian.net UNIAN", "unn.ua UNN",
        "belta.by BelTA", "armenpress.am Armenpress", "arka.am ARKA", "azertag.az Azertac", "trend.az Trend", "report.az Report.az", "interpressnews.ge Interpressnews", "kazinform.kz Kazinform", "pajhwok.com Pajhwok",
        "anfenglish.com ANF", "hawarnews.com ANHA", "npasyria.com North Press", "tanjug.rs Tanjug", "sputnikglobe.com Sputnik", "bloomberg.com Bloomberg", "app.com.pk APP",
    }
        .Select(row => row.Split(' ', 2)).ToFrozenDictionary(row => row[0], row => row[1]);

    /// <summary>The agency whose site a host is; empty when it is none's.</summary>
    /// <param name="host">Host, lower case, without <c>www.</c></param>
    internal static string Find(string host)
    {
        for (var rest = host; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (ByHost.TryGetValue(rest, out var agency))
            {
                return agency;
            }
        }

        return "";
    }
}
