using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace CpAssistant.Benchmarks.OfficeConsole;

/// <summary>An officer's browser, without the drawing.</summary>
internal sealed partial class ConsoleClient(Uri service) : IDisposable
{
    private const string SignInPage = "quan-tri/dang-nhap";

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = service };

    /// <exception cref="InvalidOperationException">The service does not let this officer in.</exception>
    internal async Task SignInAsync(string name, string password)
    {
        var form = await _http.GetStringAsync(new Uri(SignInPage, UriKind.Relative));
        var token = WebUtility.HtmlDecode(Token().Match(form).Groups[1].Value);
        using var fields = new FormUrlEncodedContent([new("name", name), new("password", password), new("__RequestVerificationToken", token)]);
        using var response = await _http.PostAsync(new Uri(SignInPage, UriKind.Relative), fields);
        if (response.StatusCode != HttpStatusCode.Redirect)
        {
            throw new InvalidOperationException($"sign-in: {response.StatusCode}");
        }
    }

    /// <returns>Milliseconds from the request to the last byte of the page.</returns>
    internal async Task<double> OpenAsync(string address)
    {
        var started = Stopwatch.GetTimestamp();
        using var response = await _http.GetAsync(new Uri(address, UriKind.Relative));
        await response.Content.ReadAsByteArrayAsync();
        var elapsed = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return response.StatusCode == HttpStatusCode.OK ? elapsed : throw new InvalidOperationException($"{address}: {response.StatusCode}");
    }

    /// <returns>Milliseconds to the last byte of a file, and how many bytes it has.</returns>
    internal async Task<(double Milliseconds, long Bytes)> DownloadAsync(string address)
    {
        var started = Stopwatch.GetTimestamp();
        using var response = await _http.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync();
        var (buffer, bytes) = (new byte[64 * 1024], 0L);
        for (int read; (read = await body.ReadAsync(buffer)) > 0;)
        {
            bytes += read;
        }

        return (Stopwatch.GetElapsedTime(started).TotalMilliseconds, bytes);
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
