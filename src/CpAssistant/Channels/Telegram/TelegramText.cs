namespace CpAssistant.Channels.Telegram;

/// <summary>The bot's own words in one language; plain text, {0}, {1}… are filled in.</summary>
internal sealed record TelegramText
{
    internal required string Locale { get; init; }

    /// <summary>Sent as a question when the chat is opened, so that the assistant greets.</summary>
    internal required string Hello { get; init; }

    /// <summary>Sent as a question, so that the assistant tells what may be asked.</summary>
    internal required string Help { get; init; }

    internal required string Notice { get; init; }

    internal required string ShortNotice { get; init; }

    internal required string GroupHello { get; init; }

    internal required string NotInGroup { get; init; }

    internal required string Commands { get; init; }

    internal required string UnknownCommand { get; init; }

    internal required string CannotRead { get; init; }

    internal required string CaptionOnly { get; init; }

    /// <summary>{0}: characters.</summary>
    internal required string TooLong { get; init; }

    internal required string TooFast { get; init; }

    internal required string WhichProvince { get; init; }

    internal required string NoProvince { get; init; }

    /// <summary>{0}: what was written.</summary>
    internal required string UnknownProvince { get; init; }

    /// <summary>{0}: the province.</summary>
    internal required string ProvinceChosen { get; init; }

    /// <summary>{0}: the province; said in a group.</summary>
    internal required string ProvinceChosenInGroup { get; init; }

    /// <summary>{0}: the province, {1}: the park.</summary>
    internal required string ParkChosen { get; init; }

    /// <summary>{0}: the province.</summary>
    internal required string ProvinceWithoutDocuments { get; init; }

    internal required string ProvinceUnset { get; init; }

    internal required string UnknownLink { get; init; }

    internal required string Earlier { get; init; }

    internal required string Later { get; init; }

    /// <summary>{0}: what was written behind the command.</summary>
    internal required string Targets { get; init; }

    /// <summary>{0}: what was written behind the command.</summary>
    internal required string Agencies { get; init; }

    /// <summary>{0}: what was written behind the command.</summary>
    internal required string Documents { get; init; }

    /// <summary>The wish to ask the office; the question may stand behind a colon.</summary>
    internal required string ToOffice { get; init; }

    internal required string EnquiryNotEdited { get; init; }

    /// <summary>{0}: the bot's address; empty where it is not known.</summary>
    internal required string OfficePrivately { get; init; }

    internal required string WhichLanguage { get; init; }

    internal required string LanguageChosen { get; init; }

    /// <summary>{0}: number of messages.</summary>
    internal required string EraseQuestion { get; init; }

    /// <summary>{0}: number of messages.</summary>
    internal required string EraseQuestionInGroup { get; init; }

    internal required string NothingToErase { get; init; }

    internal required string EraseYes { get; init; }

    internal required string EraseNo { get; init; }

    internal required string NotErased { get; init; }

    internal required string EraseNotYours { get; init; }

    /// <summary>{0}: time, {1}: number of messages.</summary>
    internal required string Erased { get; init; }

    /// <summary>{0}: time, {1}: number of messages.</summary>
    internal required string ErasedInGroup { get; init; }

    internal required string Fault { get; init; }

    internal required string VoteTaken { get; init; }

    internal required string VoteNotYours { get; init; }

    internal required string ButtonIsOld { get; init; }

    internal required string AlreadyAnswered { get; init; }

    /// <summary>The command menu, in its order.</summary>
    internal required IReadOnlyList<BotCommand> Menu { get; init; }

    internal static TelegramText Of(string? language) => language?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? English : Vietnamese;

    internal static TelegramText Vietnamese { get; } = new()
    {
        Locale = "vi-VN",
        Hello = "Xin chào",
        Help = "Trợ giúp",
        Notice = "Telegram là nền tảng của nước ngoài: xin đừng gửi dữ liệu cá nhân hay bí mật kinh doanh. Câu hỏi và câu trả lời được lưu theo mã cuộc trò chuyện, không kèm tên bạn, cán bộ Văn phòng xem được; số điện thoại, số giấy tờ, thư điện tử được che đi. Xóa bất cứ lúc nào: /xoadulieu",
        ShortNotice = "Câu trả lời là tự động, trích từ văn bản; hãy đối chiếu với bản gốc. Telegram là nền tảng của nước ngoài, xin đừng gửi dữ liệu cá nhân. Câu hỏi được lưu lại; /xoadulieu để xóa.",
        GroupHello = "Xin chào cả nhóm. Tôi trả lời câu hỏi về sản xuất sạch hơn theo văn bản của các tỉnh, kèm trích dẫn. Trong nhóm tôi chỉ trả lời khi được nhắc tên, khi có người trả lời tin của tôi, hoặc khi có lệnh như /muctieu; các tin khác tôi không lưu. Câu hỏi gửi cho tôi và câu trả lời được lưu lại, không kèm tên; ai hỏi thì tự xóa được phần của mình: /xoadulieu. Telegram là nền tảng của nước ngoài: xin đừng gửi dữ liệu cá nhân ở đây.",
        NotInGroup = "Xin đừng gửi số điện thoại, số giấy tờ hay thư điện tử trong nhóm; phần đó đã được che đi và không được lưu.",
        Commands = "Các lệnh:",
        UnknownCommand = "Tôi không có lệnh này.",
        CannotRead = "Tôi chỉ đọc được chữ, chưa nghe được tin thoại, chưa xem được ảnh, nhãn dán hay tệp. Tôi không lưu tệp này. Xin gõ câu hỏi, có dấu hay không dấu đều được.",
        CaptionOnly = "Tôi chỉ đọc phần chữ, không xem được ảnh hay tệp gửi kèm.",
        TooLong = "Câu hỏi dài quá {0} ký tự; hãy hỏi ngắn hơn.",
        TooFast = "Cuộc trò chuyện này có quá nhiều tin đang chờ trả lời; tin vừa gửi không được nhận. Xin đợi ít phút rồi hỏi lại.",
        WhichProvince = "Bạn hỏi về tỉnh, thành phố nào? Chọn một lần, những câu sau không nêu tỉnh sẽ hiểu là về nơi đó. Tỉnh không có ở đây thì gõ: /tinh TÊN TỈNH",
        NoProvince = "Không chọn tỉnh",
        UnknownProvince = "Không có tỉnh, thành phố nào tên “{0}”.",
        ProvinceChosen = "Đã chọn {0}. Câu hỏi không nêu tỉnh sẽ hiểu là về {0}; muốn đổi thì gõ /tinh.",
        ProvinceChosenInGroup = "Đã chọn {0} cho cả nhóm. Câu hỏi không nêu tỉnh sẽ hiểu là về {0}; muốn đổi thì gõ /tinh.",
        ParkChosen = "Đã chọn {0} ({1}). Câu hỏi không nêu tỉnh sẽ hiểu là về {0}; muốn đổi thì gõ /tinh.",
        ProvinceWithoutDocuments = "Đã chọn {0}, nhưng trong kho chưa có văn bản nào của nơi này. Muốn đổi thì gõ /tinh.",
        ProvinceUnset = "Đã bỏ chọn tỉnh. Câu hỏi không nêu tỉnh được tìm ở mọi nơi.",
        UnknownLink = "Đường dẫn này có mã tôi không nhận ra; bạn có thể chọn tỉnh bằng /tinh.",
        Earlier = "‹ Trước",
        Later = "Tiếp ›",
        Targets = "Mục tiêu sản xuất sạch hơn {0}",
        Agencies = "Cơ quan nào phụ trách sản xuất sạch hơn {0}?",
        Documents = "Có những văn bản nào {0}?",
        ToOffice = "Gửi câu hỏi cho Văn phòng",
        EnquiryNotEdited = "Tin đã sửa không làm thay đổi phiếu gửi Văn phòng. Nếu phiếu đang viết dở, bạn cứ trả lời tiếp; nếu đã gửi, hãy bấm “Bổ sung cho phiếu”.",
        OfficePrivately = "Để giữ riêng tư, xin gửi câu hỏi cho Văn phòng trong cuộc trò chuyện riêng với tôi, không gửi trong nhóm. {0}",
        WhichLanguage = "Chọn ngôn ngữ cho các lệnh và thông báo. Câu trả lời theo ngôn ngữ của câu hỏi.",
        LanguageChosen = "Đã chọn tiếng Việt.",
        EraseQuestion = "Xóa mọi thứ đang lưu về bạn ({0} tin gồm câu hỏi và câu trả lời ở đây và trong các nhóm, phiếu đã gửi Văn phòng, đánh giá, tỉnh và ngôn ngữ đã chọn)? Phiếu chưa trả lời sẽ không được trả lời nữa. Xóa rồi không lấy lại được.",
        EraseQuestionInGroup = "Xóa mọi thứ đang lưu về những gì chính bạn đã hỏi trong nhóm này ({0} tin gồm câu hỏi và câu trả lời, đánh giá)? Xóa rồi không lấy lại được.",
        NothingToErase = "Không lưu câu hỏi nào của bạn ở đây, nên không có gì để xóa.",
        EraseYes = "Xóa",
        EraseNo = "Thôi",
        NotErased = "Không xóa gì cả.",
        EraseNotYours = "Nút này chỉ dành cho người đã gõ lệnh; muốn xóa dữ liệu của mình, bạn hãy gõ /xoadulieu.",
        Erased = "Đã xóa lúc {0} (giờ Việt Nam): {1} tin gồm câu hỏi và câu trả lời ở đây và trong các nhóm, đánh giá, tỉnh và ngôn ngữ đã chọn. Các tin vẫn hiện trong ứng dụng Telegram thì bạn tự xóa trong ứng dụng.",
        ErasedInGroup = "Đã xóa lúc {0} (giờ Việt Nam): {1} tin gồm câu hỏi của bạn trong nhóm này và câu trả lời, cùng đánh giá. Các tin vẫn hiện trong ứng dụng Telegram thì bạn tự xóa trong ứng dụng.",
        Fault = "Xin lỗi, hệ thống gặp trục trặc nên chưa làm được việc này. Xin thử lại sau ít phút.",
        VoteTaken = "Đã ghi nhận ý kiến của bạn.",
        VoteNotYours = "Chỉ người hỏi mới đánh giá câu trả lời này.",
        ButtonIsOld = "Nút này không còn dùng được; bạn hãy gõ câu hỏi.",
        AlreadyAnswered = "Câu này đã được trả lời.",
        Menu =
        [
            new("start", "Bắt đầu"),
            new("huongdan", "Cách hỏi và các lệnh"),
            new("tinh", "Chọn tỉnh, thành phố"),
            new("muctieu", "Mục tiêu sản xuất sạch hơn"),
            new("coquan", "Cơ quan phụ trách"),
            new("vanban", "Các văn bản hiện có"),
            new("hoidap", "Gửi câu hỏi cho Văn phòng"),
            new("ngonngu", "Ngôn ngữ / Language"),
            new("xoadulieu", "Xóa dữ liệu của tôi"),
        ],
    };

    internal static TelegramText English { get; } = new()
    {
        Locale = "en-US",
        Hello = "Hello",
        Help = "Help",
        Notice = "Telegram is a foreign platform: please send no personal data or business secrets. Questions and answers are kept under the chat's number, without your name, and officers of the office can read them; phone numbers, identity numbers and e-mail addresses are masked. Erase at any time: /erase",
        ShortNotice = "Answers are automatic and quoted from documents; compare them with the originals. Telegram is a foreign platform, please send no personal data. Questions are kept; /erase removes them.",
        GroupHello = "Hello everyone. I answer questions on cleaner production from the provinces' documents, with citations. In a group I answer only when I am mentioned, when someone replies to me, or to a command such as /targets; other messages I do not keep. Questions to me and their answers are kept, without names; everyone can erase their own: /erase. Telegram is a foreign platform: please send no personal data here.",
        NotInGroup = "Please send no phone numbers, identity numbers or e-mail addresses in a group; that part was masked and not kept.",
        Commands = "Commands:",
        UnknownCommand = "I have no such command.",
        CannotRead = "I read text only; I cannot listen to voice messages or look at photos, stickers or files. This one was not kept. Please type your question.",
        CaptionOnly = "I read the words only, not the picture or file that came with them.",
        TooLong = "The question is longer than {0} characters; please put it more briefly.",
        TooFast = "Too many answers are waiting in this chat; what was just sent was not taken. Please ask again in a few minutes.",
        WhichProvince = "Which province or city do you ask about? Once chosen, questions that name none are taken to be about it. If it is not listed, type: /province NAME",
        NoProvince = "None",
        UnknownProvince = "There is no province or city called “{0}”.",
        ProvinceChosen = "{0} chosen. Questions that name no province are taken to be about {0}; /province changes it.",
        ProvinceChosenInGroup = "{0} chosen for the whole group. Questions that name no province are taken to be about {0}; /province changes it.",
        ParkChosen = "{0} ({1}) chosen. Questions that name no province are taken to be about {0}; /province changes it.",
        ProvinceWithoutDocuments = "{0} chosen, but the collection has no document of it yet. /province changes it.",
        ProvinceUnset = "No province chosen. Questions that name none are looked up everywhere.",
        UnknownLink = "I do not recognise the code in this link; /province lets you choose a province.",
        Earlier = "‹ Back",
        Later = "More ›",
        Targets = "cleaner production targets {0}",
        Agencies = "Which agency is responsible for cleaner production {0}?",
        Documents = "Which documents are there {0}?",
        ToOffice = "Send the question to the office",
        EnquiryNotEdited = "Editing a message does not change an enquiry to the office. If it is not finished, just go on; if it was sent, press “Add to enquiry”.",
        OfficePrivately = "To keep it private, please send questions to the office in a chat with me alone, not in a group. {0}",
        WhichLanguage = "Choose the language of commands and notices. Answers come in the language of the question.",
        LanguageChosen = "English chosen.",
        EraseQuestion = "Erase all that is kept of you ({0} messages: questions and answers here and in groups, enquiries sent to the office, votes, the chosen province and language)? An enquiry that is not answered yet will not be. This cannot be undone.",
        EraseQuestionInGroup = "Erase all that is kept of what you yourself asked in this group ({0} messages: questions and answers, votes)? This cannot be undone.",
        NothingToErase = "No question of yours is kept here, so there is nothing to erase.",
        EraseYes = "Erase",
        EraseNo = "Cancel",
        NotErased = "Nothing was erased.",
        EraseNotYours = "This button is for who gave the command; to erase your own data, send /erase.",
        Erased = "Erased at {0} (Vietnam time): {1} messages, questions and answers here and in groups, votes, the chosen province and language. What the Telegram app still shows you can delete in the app.",
        ErasedInGroup = "Erased at {0} (Vietnam time): {1} messages, your questions in this group and their answers, and votes. What the Telegram app still shows you can delete in the app.",
        Fault = "Sorry, something went wrong on our side and this was not done. Please try again in a few minutes.",
        VoteTaken = "Your vote has been noted.",
        VoteNotYours = "Only the person who asked can rate this answer.",
        ButtonIsOld = "This button no longer works; please type your question.",
        AlreadyAnswered = "This has been answered.",
        Menu =
        [
            new("start", "Start"),
            new("help", "How to ask, and the commands"),
            new("province", "Choose a province or city"),
            new("targets", "Cleaner production targets"),
            new("agencies", "Responsible agencies"),
            new("documents", "Documents at hand"),
            new("ask", "Send a question to the office"),
            new("language", "Language / Ngôn ngữ"),
            new("erase", "Erase my data"),
        ],
    };
}
