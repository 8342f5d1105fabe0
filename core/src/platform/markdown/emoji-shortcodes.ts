// Generated: the short names of emoji as Discourse, GitHub and Slack write them (`:smile:`), from the
// shortcode lists of emojibase-data 17.0.0 (MIT, Copyright (c) 2017-2019 Miles Johnson).
// A line holds pairs: the emoji, then its names joined by commas. Flags (`flag_jp`) and skin tones
// (`wave:t3`) are made by rule in emoji.ts.

export const shortcodes = `
⁉ interrobang ™ tm,trade_mark ℹ information_source,information ↔ left_right_arrow
↕ arrow_up_down,up_down_arrow ↖ arrow_upper_left,up_left_arrow ↗ arrow_upper_right
↘ arrow_lower_right ↙ arrow_lower_left ⌨ keyboard ☀ sunny,sun ☁ cloud ☂ open_umbrella,umbrella2
☃ snowman_with_snow,snowman2 ☄ comet ☑ ballot_box_with_check ☔ umbrella,umbrella_with_rain_drops
☕ coffee,hot_beverage ☘ shamrock ☠ skull_and_crossbones,skull_crossbones
☢ radioactive,radioactive_sign ☣ biohazard,biohazard_sign ☦ orthodox_cross ☸ wheel_of_dharma
☹ frowning_face,frowning2,white_frowning_face ♀ female_sign ♂ male_sign ♈ aries ♉ taurus
♐ sagittarius ♑ capricorn ♒ aquarius ♓ pisces ♠ spades,spade_suit ♣ clubs,club_suit
♥ hearts,heart_suit ♦ diamonds,diamond_suit ♨ hotsprings,hot_springs ⚒ hammer_and_pick,hammer_pick
⚓ anchor ⚔ crossed_swords ⚕ medical_symbol,staff_of_aesculapius ⚖ balance_scale,scales ⚗ alembic
⚙ gear ✂ scissors ✅ white_check_mark ✈ airplane ✉ envelope ✒ black_nib
✔ heavy_check_mark,check_mark ✖ heavy_multiplication_x ✡ star_of_david ✨ sparkles
✳ eight_spoked_asterisk ✴ eight_pointed_black_star ❄ snowflake ❇ sparkle ❓ question,question_mark
❔ grey_question ❕ grey_exclamation ❗ exclamation,heavy_exclamation_mark
❣ heavy_heart_exclamation,heart_exclamation ❤ heart,red_heart ➕ heavy_plus_sign ➖ heavy_minus_sign
➗ heavy_division_sign ⤴ arrow_heading_up ⤵ arrow_heading_down 〰 wavy_dash ㊗ congratulations
㊙ secret 💯 100 🔢 1234,input_numbers 👍 +1,thumbsup,thumbup,thumbs_up
👎 -1,thumbsdown,thumbdown,thumbs_down 🥇 1st_place_medal,first_place,first_place_medal
🥈 2nd_place_medal,second_place,second_place_medal 🥉 3rd_place_medal,third_place,third_place_medal
🎱 8ball 🅰 a 🆎 ab 🧮 abacus 🔤 abc 🔡 abcd 🉑 accept 🪗 accordion 🩹 adhesive_bandage 🧑 adult,person
🚡 aerial_tramway 🇦🇫 afghanistan,af 🇦🇽 aland_islands,ax ⏰ alarm_clock 🇦🇱 albania,al 🇩🇿 algeria,dz
👽 alien 🚑 ambulance 🇦🇸 american_samoa,as 🏺 amphora 🫀 anatomical_heart 🇦🇩 andorra,ad
👼 angel,baby_angel 💢 anger 🇦🇴 angola,ao 😠 angry,angry_face 🇦🇮 anguilla,ai 😧 anguished 🐜 ant
🇦🇶 antarctica,aq 🇦🇬 antigua_barbuda,ag 🍎 apple,red_apple 🇦🇷 argentina,ar 🇦🇲 armenia,am
◀ arrow_backward ⏬ arrow_double_down ⏫ arrow_double_up ⬇ arrow_down,down_arrow 🔽 arrow_down_small
▶ arrow_forward ⬅ arrow_left,left_arrow ➡ arrow_right,right_arrow ↪ arrow_right_hook
⬆ arrow_up,up_arrow 🔼 arrow_up_small 🔃 arrows_clockwise 🔄 arrows_counterclockwise 🎨 art
🚛 articulated_lorry 🛰 artificial_satellite,satellite_orbital 🧑‍🎨 artist 🇦🇼 aruba,aw
🇦🇨 ascension_island,ac *️⃣ asterisk,keycap_asterisk,keycap_star 😲 astonished 🧑‍🚀 astronaut
👟 athletic_shoe,running_shoe 🏧 atm ⚛ atom_symbol,atom 🇦🇺 australia,au 🇦🇹 austria,at
🛺 auto_rickshaw 🥑 avocado 🪓 axe 🇦🇿 azerbaijan,az 🅱 b 👶 baby 🍼 baby_bottle 🐤 baby_chick
🚼 baby_symbol 🔙 back,back_arrow 🥓 bacon 🦡 badger 🏸 badminton 🥯 bagel 🛄 baggage_claim
🥖 baguette_bread,french_bread 🇧🇸 bahamas,bs 🇧🇭 bahrain,bh 👨‍🦲 bald_man 👩‍🦲 bald_woman
🩰 ballet_shoes 🎈 balloon 🗳 ballot_box,ballot_box_with_ballot 🎍 bamboo 🍌 banana ‼ bangbang
🇧🇩 bangladesh,bd 🪕 banjo 🏦 bank 📊 bar_chart 🇧🇧 barbados,bb 💈 barber,barber_pole ⚾ baseball
🧺 basket 🏀 basketball ⛹️‍♂️ basketball_man,bouncing_ball_man
⛹️‍♀️ basketball_woman,bouncing_ball_woman 🦇 bat 🛀 bath 🛁 bathtub 🔋 battery
🏖 beach_umbrella,beach,beach_with_umbrella 🫘 beans 🐻 bear 🧔 bearded_person 🦫 beaver 🛏 bed
🐝 bee,honeybee 🍺 beer,beer_mug 🍻 beers 🪲 beetle 🔰 beginner 🇧🇾 belarus,by 🇧🇪 belgium,be
🇧🇿 belize,bz 🔔 bell 🫑 bell_pepper 🛎 bellhop_bell,bellhop 🇧🇯 benin,bj 🍱 bento,bento_box
🇧🇲 bermuda,bm 🧃 beverage_box 🇧🇹 bhutan,bt 🚴 bicyclist 🚲 bike,bicycle 🚴‍♂️ biking_man
🚴‍♀️ biking_woman 👙 bikini 🧢 billed_cap 🐦 bird 🎂 birthday,birthday_cake 🦬 bison 🫦 biting_lip
🐦‍⬛ black_bird 🐈‍⬛ black_cat ⚫ black_circle 🏴 black_flag,flag_black,waving_black_flag
🖤 black_heart 🃏 black_joker,joker ⬛ black_large_square ◾ black_medium_small_square
◼ black_medium_square ▪ black_small_square 🔲 black_square_button 👱‍♂️ blond_haired_man
👱 blond_haired_person 👱‍♀️ blond_haired_woman,blonde_woman 🌼 blossom 🐡 blowfish 📘 blue_book
🚙 blue_car 💙 blue_heart 🟦 blue_square,large_blue_square 🫐 blueberries 😊 blush 🐗 boar
⛵ boat,sailboat 🇧🇴 bolivia,bo 💣 bomb 🦴 bone 📖 book,open_book 🔖 bookmark 📑 bookmark_tabs 📚 books
💥 boom,collision 🪃 boomerang 👢 boot,womans_boot 🇧🇦 bosnia_herzegovina,ba 🇧🇼 botswana,bw
⛹ bouncing_ball_person,basketball_player 💐 bouquet 🇧🇻 bouvet_island,bv 🙇 bow
🏹 bow_and_arrow,archery 🙇‍♂️ bowing_man 🙇‍♀️ bowing_woman 🥣 bowl_with_spoon 🎳 bowling
🥊 boxing_glove,boxing_gloves 👦 boy 🧠 brain 🇧🇷 brazil,br 🍞 bread 🤱 breast_feeding,breast-feeding
🧱 bricks,brick 👰‍♀️ bride_with_veil,woman_with_veil 🌉 bridge_at_night 💼 briefcase
🇮🇴 british_indian_ocean_territory,io 🇻🇬 british_virgin_islands,vg 🥦 broccoli 💔 broken_heart
🧹 broom 🟤 brown_circle,large_brown_circle 🤎 brown_heart 🟫 brown_square,large_brown_square
🇧🇳 brunei,bn 🧋 bubble_tea 🫧 bubbles 🪣 bucket 🐛 bug 🏗 building_construction,construction_site
💡 bulb,light_bulb 🇧🇬 bulgaria,bg 🚅 bullettrain_front,bullet_train 🚄 bullettrain_side
🇧🇫 burkina_faso,bf 🌯 burrito 🇧🇮 burundi,bi 🚌 bus 🕴 business_suit_levitating,levitate
🚏 busstop,bus_stop 👤 bust_in_silhouette 👥 busts_in_silhouette 🧈 butter 🦋 butterfly 🌵 cactus
🍰 cake,shortcake 📆 calendar 🤙 call_me_hand,call_me 📲 calling 🇰🇭 cambodia,kh 🐫 camel 📷 camera
📸 camera_flash,camera_with_flash 🇨🇲 cameroon,cm 🏕 camping 🇨🇦 canada,ca 🇮🇨 canary_islands,ic
♋ cancer 🕯 candle 🍬 candy 🥫 canned_food 🛶 canoe,kayak 🇨🇻 cape_verde,cv 🔠 capital_abcd
🚗 car,red_car,automobile 🗃 card_file_box,card_box 📇 card_index 🗂 card_index_dividers,dividers
🇧🇶 caribbean_netherlands,bq 🎠 carousel_horse 🪚 carpentry_saw 🥕 carrot 🤸 cartwheeling,cartwheel
🐱 cat,cat_face 🐈 cat2 🇰🇾 cayman_islands,ky 💿 cd,optical_disk 🇨🇫 central_african_republic,cf
🇪🇦 ceuta_melilla,ea 🇹🇩 chad,td ⛓ chains 🪑 chair 🍾 champagne,bottle_with_popping_cork 💹 chart
📉 chart_with_downwards_trend 📈 chart_with_upwards_trend 🏁 checkered_flag 🧀 cheese,cheese_wedge
🍒 cherries 🌸 cherry_blossom ♟ chess_pawn 🌰 chestnut 🐔 chicken 🧒 child 🚸 children_crossing 🇨🇱 chile
🐿 chipmunk 🍫 chocolate_bar 🥢 chopsticks 🇨🇽 christmas_island,cx 🎄 christmas_tree ⛪ church 🎦 cinema
🎪 circus_tent 🌇 city_sunrise,sunset 🌆 city_sunset,city_dusk 🏙 cityscape 🆑 cl 🗜 clamp,compression
👏 clap 🎬 clapper,clapper_board 🏛 classical_building 🧗 climbing 🧗‍♂️ climbing_man
🧗‍♀️ climbing_woman 🥂 clinking_glasses,champagne_glass,clinking_glass 📋 clipboard
🇨🇵 clipperton_island,cp 🕐 clock1,one_oclock 🕙 clock10,ten_oclock 🕥 clock1030,ten_thirty
🕚 clock11,eleven_oclock 🕦 clock1130,eleven_thirty 🕛 clock12,twelve_oclock
🕧 clock1230,twelve_thirty 🕜 clock130,one_thirty 🕑 clock2,two_oclock 🕝 clock230,two_thirty
🕒 clock3,three_oclock 🕞 clock330,three_thirty 🕓 clock4,four_oclock 🕟 clock430,four_thirty
🕔 clock5,five_oclock 🕠 clock530,five_thirty 🕕 clock6,six_oclock 🕡 clock630,six_thirty
🕖 clock7,seven_oclock 🕢 clock730,seven_thirty 🕗 clock8,eight_oclock 🕣 clock830,eight_thirty
🕘 clock9,nine_oclock 🕤 clock930,nine_thirty 📕 closed_book 🔐 closed_lock_with_key 🌂 closed_umbrella
🌩 cloud_with_lightning,cloud_lightning,lightning,lightning_cloud
⛈ cloud_with_lightning_and_rain,thunder_cloud_rain,thunder_cloud_and_rain
🌧 cloud_with_rain,cloud_rain,rain_cloud 🌨 cloud_with_snow,cloud_snow,snow_cloud 🤡 clown_face,clown
🇨🇳 cn 🧥 coat 🪳 cockroach 🍸 cocktail 🥥 coconut 🇨🇨 cocos_islands,cc ⚰ coffin 🪙 coin 🥶 cold_face
😰 cold_sweat 🇨🇴 colombia,co 🇰🇲 comoros,km 🧭 compass 💻 computer
🖱 computer_mouse,mouse_three_button,three_button_mouse 🎊 confetti_ball 😖 confounded
😕 confused,confused_face 🇨🇬 congo_brazzaville,cg 🇨🇩 congo_kinshasa,congo 🚧 construction
👷 construction_worker 👷‍♂️ construction_worker_man 👷‍♀️ construction_worker_woman 🎛 control_knobs
🏪 convenience_store 🧑‍🍳 cook 🇨🇰 cook_islands,ck 🍪 cookie 🆒 cool 👮 cop,police_officer © copyright
🪸 coral 🌽 corn,ear_of_corn 🇨🇷 costa_rica,cr 🇨🇮 cote_divoire,ci 🛋 couch_and_lamp,couch 👫 couple
💑 couple_with_heart 👨‍❤️‍👨 couple_with_heart_man_man 👩‍❤️‍👨 couple_with_heart_woman_man
👩‍❤️‍👩 couple_with_heart_woman_woman 💏 couplekiss 👨‍❤️‍💋‍👨 couplekiss_man_man
👩‍❤️‍💋‍👨 couplekiss_man_woman 👩‍❤️‍💋‍👩 couplekiss_woman_woman 🐮 cow,cow_face 🐄 cow2
🤠 cowboy_hat_face,cowboy,face_with_cowboy_hat 🦀 crab 🖍 crayon,lower_left_crayon 💳 credit_card
🌙 crescent_moon 🦗 cricket 🏏 cricket_game,cricket_bat_ball,cricket_bat_and_ball 🇭🇷 croatia,hr
🐊 crocodile 🥐 croissant 🤞 crossed_fingers,fingers_crossed 🎌 crossed_flags 👑 crown 🩼 crutch
😢 cry,crying_face 😿 crying_cat_face,crying_cat 🔮 crystal_ball 🇨🇺 cuba,cu 🥒 cucumber
🥤 cup_with_straw 🧁 cupcake 💘 cupid 🇨🇼 curacao,cw 🥌 curling_stone 👨‍🦱 curly_haired_man
👩‍🦱 curly_haired_woman ➰ curly_loop 💱 currency_exchange 🍛 curry,curry_rice
🤬 cursing_face,face_with_symbols_over_mouth,face_with_symbols_on_mouth 🍮 custard,pudding,flan
🛃 customs 🥩 cut_of_meat 🌀 cyclone 🇨🇾 cyprus,cy 🇨🇿 czech_republic,cz 🗡 dagger,dagger_knife
💃 dancer,woman_dancing 👯 dancers 👯‍♂️ dancing_men 👯‍♀️ dancing_women 🍡 dango 🕶 dark_sunglasses
🎯 dart,direct_hit 💨 dash,dashing_away 📅 date 🇩🇪 de 🧏‍♂️ deaf_man 🧏 deaf_person 🧏‍♀️ deaf_woman
🌳 deciduous_tree 🦌 deer 🇩🇰 denmark,dk 🏬 department_store
🏚 derelict_house,house_abandoned,derelict_house_building 🏜 desert 🏝 desert_island,island
🖥 desktop_computer,desktop 🕵 detective,spy,sleuth_or_spy 💠 diamond_shape_with_a_dot_inside
🇩🇬 diego_garcia,dg 😞 disappointed 😥 disappointed_relieved 🥸 disguised_face 🤿 diving_mask
🪔 diya_lamp 💫 dizzy 😵 dizzy_face 🇩🇯 djibouti,dj 🧬 dna 🚯 do_not_litter,no_littering 🦤 dodo
🐶 dog,dog_face 🐕 dog2 💵 dollar 🎎 dolls 🐬 dolphin,flipper 🇩🇲 dominica,dm 🇩🇴 dominican_republic,do
🫏 donkey 🚪 door 🫥 dotted_line_face 🍩 doughnut 🕊 dove,dove_of_peace 🐉 dragon 🐲 dragon_face 👗 dress
🐪 dromedary_camel 🤤 drooling_face,drool 🩸 drop_of_blood 💧 droplet 🥁 drum,drum_with_drumsticks
🦆 duck 🥟 dumpling 📀 dvd 📧 e-mail,email,e_mail 🦅 eagle 👂 ear 🌾 ear_of_rice,sheaf_of_rice
🦻 ear_with_hearing_aid 🌍 earth_africa 🌎 earth_americas 🌏 earth_asia 🇪🇨 ecuador,ec 🥚 egg 🍆 eggplant
🇪🇬 egypt,eg 8️⃣ eight ⏏ eject_button,eject,eject_symbol 🇸🇻 el_salvador,sv 🔌 electric_plug
🐘 elephant 🛗 elevator 🧝 elf 🧝‍♂️ elf_man 🧝‍♀️ elf_woman 🪹 empty_nest 🔚 end,end_arrow
🏴󠁧󠁢󠁥󠁮󠁧󠁿 england,flag-england 📩 envelope_with_arrow 🇬🇶 equatorial_guinea,gq 🇪🇷 eritrea,er 🇪🇸 es
🇪🇪 estonia,ee 🇪🇹 ethiopia,et 🇪🇺 eu,european_union 💶 euro,euro_banknote 🏰 european_castle,castle
🏤 european_post_office 🌲 evergreen_tree 🤯 exploding_head 😑 expressionless 👁 eye
👁️‍🗨️ eye_speech_bubble 👓 eyeglasses,glasses 👀 eyes 😮‍💨 face_exhaling 🥹 face_holding_back_tears
😶‍🌫️ face_in_clouds 🫤 face_with_diagonal_mouth 🤕 face_with_head_bandage,head_bandage
🫢 face_with_open_eyes_and_hand_over_mouth 🫣 face_with_peeking_eye 😵‍💫 face_with_spiral_eyes
🤒 face_with_thermometer,thermometer_face 🤦 facepalm,face_palm
👊 facepunch,fist_oncoming,punch,oncoming_fist 🏭 factory 🧑‍🏭 factory_worker 🧚 fairy 🧚‍♂️ fairy_man
🧚‍♀️ fairy_woman 🧆 falafel 🇫🇰 falkland_islands,fk 🍂 fallen_leaf 👪 family 👨‍👦 family_man_boy
👨‍👦‍👦 family_man_boy_boy 👨‍👧 family_man_girl 👨‍👧‍👦 family_man_girl_boy 👨‍👧‍👧 family_man_girl_girl
👨‍👨‍👦 family_man_man_boy 👨‍👨‍👦‍👦 family_man_man_boy_boy 👨‍👨‍👧 family_man_man_girl
👨‍👨‍👧‍👦 family_man_man_girl_boy 👨‍👨‍👧‍👧 family_man_man_girl_girl 👨‍👩‍👦 family_man_woman_boy
👨‍👩‍👦‍👦 family_man_woman_boy_boy 👨‍👩‍👧 family_man_woman_girl 👨‍👩‍👧‍👦 family_man_woman_girl_boy
👨‍👩‍👧‍👧 family_man_woman_girl_girl 👩‍👦 family_woman_boy 👩‍👦‍👦 family_woman_boy_boy
👩‍👧 family_woman_girl 👩‍👧‍👦 family_woman_girl_boy 👩‍👧‍👧 family_woman_girl_girl
👩‍👩‍👦 family_woman_woman_boy 👩‍👩‍👦‍👦 family_woman_woman_boy_boy 👩‍👩‍👧 family_woman_woman_girl
👩‍👩‍👧‍👦 family_woman_woman_girl_boy 👩‍👩‍👧‍👧 family_woman_woman_girl_girl 🧑‍🌾 farmer
🇫🇴 faroe_islands,fo ⏩ fast_forward 📠 fax,fax_machine 😨 fearful,fearful_face 🪶 feather
🐾 feet,paw_prints 🕵️‍♀️ female_detective 🎡 ferris_wheel ⛴ ferry
🏑 field_hockey,field_hockey_stick_and_ball 🇫🇯 fiji,fj 🗄 file_cabinet 📁 file_folder
📽 film_projector,projector 🎞 film_strip,film_frames 🇫🇮 finland,fi 🔥 fire,flame 🚒 fire_engine
🧯 fire_extinguisher 🧨 firecracker 🧑‍🚒 firefighter 🎆 fireworks 🌓 first_quarter_moon
🌛 first_quarter_moon_with_face 🐟 fish 🍥 fish_cake 🎣 fishing_pole_and_fish,fishing_pole
✊ fist,fist_raised,raised_fist 🤛 fist_left,left_facing_fist,left_fist,left-facing_fist
🤜 fist_right,right_facing_fist,right_fist,right-facing_fist 5️⃣ five 🎏 flags,carp_streamer
🦩 flamingo 🔦 flashlight 🥿 flat_shoe,womans_flat_shoe 🫓 flatbread ⚜ fleur_de_lis,fleur-de-lis
🛬 flight_arrival,airplane_arriving 🛫 flight_departure,airplane_departure 💾 floppy_disk
🎴 flower_playing_cards 😳 flushed,flushed_face 🪈 flute 🪰 fly 🥏 flying_disc 🛸 flying_saucer 🌫 fog
🌁 foggy 🪭 folding_hand_fan 🫕 fondue 🦶 foot 🏈 football 👣 footprints 🍴 fork_and_knife
🥠 fortune_cookie ⛲ fountain 🖋 fountain_pen,pen_fountain,lower_left_fountain_pen 4️⃣ four
🍀 four_leaf_clover 🦊 fox_face,fox 🇫🇷 fr 🖼 framed_picture,frame_photo,frame_with_picture 🆓 free
🇬🇫 french_guiana,gf 🇵🇫 french_polynesia,pf 🇹🇫 french_southern_territories,tf 🍳 fried_egg,cooking
🍤 fried_shrimp 🍟 fries,french_fries 🐸 frog 😦 frowning,frowning_with_open_mouth 🙍‍♂️ frowning_man
🙍 frowning_person 🙍‍♀️ frowning_woman 🖕 fu,middle_finger ⛽ fuelpump,fuel_pump 🌕 full_moon
🌝 full_moon_with_face ⚱ funeral_urn,urn 🇬🇦 gabon,ga 🇬🇲 gambia,gm 🎲 game_die 🧄 garlic 🇬🇧 gb,uk
💎 gem,gem_stone ♊ gemini 🧞 genie 🧞‍♂️ genie_man 🧞‍♀️ genie_woman 🇬🇪 georgia,ge 🇬🇭 ghana,gh 👻 ghost
🇬🇮 gibraltar,gi 🎁 gift,wrapped_gift 💝 gift_heart 🫚 ginger_root 🦒 giraffe,giraffe_face 👧 girl
🌐 globe_with_meridians 🧤 gloves 🥅 goal_net,goal 🐐 goat 🥽 goggles ⛳ golf,flag_in_hole
🏌 golfing,golfer 🏌️‍♂️ golfing_man 🏌️‍♀️ golfing_woman 🪿 goose 🦍 gorilla 🍇 grapes 🇬🇷 greece,gr
🍏 green_apple 📗 green_book 🟢 green_circle,large_green_circle 💚 green_heart 🥗 green_salad,salad
🟩 green_square,large_green_square 🇬🇱 greenland,gl 🇬🇩 grenada,gd 🩶 grey_heart 😬 grimacing
😁 grin,grinning_face_with_smiling_eyes 😀 grinning,grinning_face 🇬🇵 guadeloupe,gp 🇬🇺 guam,gu
💂 guard 💂‍♂️ guardsman 💂‍♀️ guardswoman 🇬🇹 guatemala,gt 🇬🇬 guernsey,gg 🦮 guide_dog 🇬🇳 guinea,gn
🇬🇼 guinea_bissau,gw 🎸 guitar 🔫 gun,pistol 🇬🇾 guyana,gy 🪮 hair_pick 💇 haircut 💇‍♂️ haircut_man
💇‍♀️ haircut_woman 🇭🇹 haiti,ht 🍔 hamburger 🔨 hammer 🛠 hammer_and_wrench,tools 🪬 hamsa 🐹 hamster
✋ hand,raised_hand 🤭 hand_over_mouth,face_with_hand_over_mouth
🫰 hand_with_index_finger_and_thumb_crossed 👜 handbag 🤾 handball_person,handball
🤝 handshake,shaking_hands 💩 hankey,poop,shit,poo,pile_of_poo #️⃣ hash 🐥 hatched_chick
🐣 hatching_chick 🎧 headphones,headphone 🪦 headstone 🧑‍⚕️ health_worker 🙉 hear_no_evil
🇭🇲 heard_mcdonald_islands,hm 💟 heart_decoration 😍 heart_eyes 😻 heart_eyes_cat 🫶 heart_hands
❤️‍🔥 heart_on_fire 💓 heartbeat,beating_heart 💗 heartpulse,growing_heart 💲 heavy_dollar_sign
🟰 heavy_equals_sign 🦔 hedgehog 🚁 helicopter 🌿 herb 🌺 hibiscus 🔆 high_brightness 👠 high_heel
🥾 hiking_boot 🛕 hindu_temple 🦛 hippopotamus 🔪 hocho,knife,kitchen_knife 🕳 hole 🇭🇳 honduras,hn
🍯 honey_pot 🇭🇰 hong_kong,hk 🪝 hook 🐴 horse,horse_face 🏇 horse_racing 🏥 hospital 🥵 hot_face
🌶 hot_pepper 🌭 hotdog,hot_dog 🏨 hotel ⌛ hourglass ⏳ hourglass_flowing_sand 🏠 house
🏡 house_with_garden 🏘 houses,homes,house_buildings 🤗 hugs,hugging,hugging_face 🇭🇺 hungary,hu
😯 hushed,hushed_face 🛖 hut 🪻 hyacinth 🍨 ice_cream 🧊 ice_cube
🏒 ice_hockey,hockey,ice_hockey_stick_and_puck ⛸ ice_skate 🍦 icecream 🇮🇸 iceland,is 🆔 id
🪪 identification_card 🉐 ideograph_advantage 👿 imp 📥 inbox_tray 📨 incoming_envelope
🫵 index_pointing_at_the_viewer 🇮🇳 india,in 🇮🇩 indonesia ♾ infinity
💁 information_desk_person,tipping_hand_person 😇 innocent 📱 iphone,mobile_phone 🇮🇷 iran,ir
🇮🇶 iraq,iq 🇮🇪 ireland,ie 🇮🇲 isle_of_man,im 🇮🇱 israel,il 🇮🇹 it 🏮 izakaya_lantern,lantern
🎃 jack_o_lantern 🇯🇲 jamaica,jm 🗾 japan,map_of_japan 🏯 japanese_castle 👺 japanese_goblin,goblin
👹 japanese_ogre,ogre 🫙 jar 👖 jeans 🪼 jellyfish 🇯🇪 jersey,je 🧩 jigsaw,puzzle_piece 🇯🇴 jordan,jo
😂 joy 😹 joy_cat 🕹 joystick 🇯🇵 jp 🧑‍⚖️ judge 🤹 juggling_person,juggling,juggler 🕋 kaaba 🦘 kangaroo
🇰🇿 kazakhstan,kz 🇰🇪 kenya,ke 🔑 key 🔟 keycap_ten 🪯 khanda 🛴 kick_scooter,scooter 👘 kimono
🇰🇮 kiribati,ki 💋 kiss,kiss_mark 😗 kissing,kissing_face 😽 kissing_cat 😚 kissing_closed_eyes
😘 kissing_heart 😙 kissing_smiling_eyes 🪁 kite 🥝 kiwi_fruit,kiwi,kiwifruit 🧎‍♂️ kneeling_man
🧎 kneeling_person 🧎‍♀️ kneeling_woman 🪢 knot 🐨 koala 🈁 koko 🇽🇰 kosovo,xk 🇰🇷 kr 🇰🇼 kuwait,kw
🇰🇬 kyrgyzstan,kg 🥼 lab_coat 🏷 label 🥍 lacrosse 🪜 ladder 🐞 lady_beetle,ladybug 🇱🇦 laos,la
🔵 large_blue_circle,blue_circle 🔷 large_blue_diamond 🔶 large_orange_diamond 🌗 last_quarter_moon
🌜 last_quarter_moon_with_face ✝ latin_cross,cross 🇱🇻 latvia,lv 😆 laughing,satisfied 🥬 leafy_green
🍃 leaves 🇱🇧 lebanon,lb 📒 ledger 🛅 left_luggage 🗨 left_speech_bubble,speech_left
↩ leftwards_arrow_with_hook 🫲 leftwards_hand 🫷 leftwards_pushing_hand 🦵 leg 🍋 lemon ♌ leo
🐆 leopard 🇱🇸 lesotho,ls 🎚 level_slider 🇱🇷 liberia,lr ♎ libra 🇱🇾 libya,ly 🇱🇮 liechtenstein,li
🩵 light_blue_heart 🚈 light_rail 🔗 link 🦁 lion,lion_face 👄 lips,mouth 💄 lipstick 🇱🇹 lithuania,lt
🦎 lizard 🦙 llama 🦞 lobster 🔒 lock,locked 🔏 lock_with_ink_pen 🍭 lollipop 🪘 long_drum ➿ loop
🧴 lotion_bottle,squeeze_bottle 🪷 lotus 🧘 lotus_position 🧘‍♂️ lotus_position_man
🧘‍♀️ lotus_position_woman 🔊 loud_sound 📢 loudspeaker 🏩 love_hotel 💌 love_letter
🤟 love_you_gesture,i_love_you_hand_sign 🪫 low_battery 🔅 low_brightness 🧳 luggage 🫁 lungs
🇱🇺 luxembourg,lu 🤥 lying_face,liar Ⓜ m,circled_m 🇲🇴 macau,mo 🇲🇰 macedonia,mk 🇲🇬 madagascar,mg
🔍 mag 🔎 mag_right 🧙 mage 🧙‍♂️ mage_man 🧙‍♀️ mage_woman 🪄 magic_wand 🧲 magnet 🀄 mahjong 📫 mailbox
📪 mailbox_closed 📬 mailbox_with_mail 📭 mailbox_with_no_mail 🇲🇼 malawi,mw 🇲🇾 malaysia,my
🇲🇻 maldives,mv 🕵️‍♂️ male_detective 🇲🇱 mali,ml 🇲🇹 malta,mt 🦣 mammoth 👨 man 👨‍🎨 man_artist
👨‍🚀 man_astronaut 🧔‍♂️ man_beard 🤸‍♂️ man_cartwheeling 👨‍🍳 man_cook 🕺 man_dancing,male_dancer
🤦‍♂️ man_facepalming 👨‍🏭 man_factory_worker 👨‍🌾 man_farmer 👨‍🍼 man_feeding_baby
👨‍🚒 man_firefighter 👨‍⚕️ man_health_worker 👨‍🦽 man_in_manual_wheelchair
👨‍🦼 man_in_motorized_wheelchair 🤵‍♂️ man_in_tuxedo 👨‍⚖️ man_judge 🤹‍♂️ man_juggling
👨‍🔧 man_mechanic 👨‍💼 man_office_worker 👨‍✈️ man_pilot 🤾‍♂️ man_playing_handball
🤽‍♂️ man_playing_water_polo 👨‍🔬 man_scientist 🤷‍♂️ man_shrugging 👨‍🎤 man_singer 👨‍🎓 man_student
👨‍🏫 man_teacher 👨‍💻 man_technologist 👲 man_with_gua_pi_mao 👨‍🦯 man_with_probing_cane
👳‍♂️ man_with_turban 👰‍♂️ man_with_veil 🍊 mandarin,orange,tangerine 🥭 mango 👞 mans_shoe,shoe
🕰 mantelpiece_clock,clock,mantlepiece_clock 🦽 manual_wheelchair 🍁 maple_leaf 🪇 maracas
🇲🇭 marshall_islands,mh 🥋 martial_arts_uniform,karate_uniform 🇲🇶 martinique,mq 😷 mask 💆 massage
💆‍♂️ massage_man 💆‍♀️ massage_woman 🧉 mate,mate_drink 🇲🇷 mauritania,mr 🇲🇺 mauritius,mu
🇾🇹 mayotte,yt 🍖 meat_on_bone 🧑‍🔧 mechanic 🦾 mechanical_arm 🦿 mechanical_leg
🎖 medal_military,military_medal 🏅 medal_sports,medal,sports_medal 📣 mega,megaphone 🍈 melon
🫠 melting_face 📝 memo,pencil 🤼‍♂️ men_wrestling ❤️‍🩹 mending_heart
🕎 menorah,menorah_with_nine_branches 🚹 mens,mens_room 🧜‍♀️ mermaid 🧜‍♂️ merman 🧜 merperson
🤘 metal,sign_of_the_horns,the_horns 🚇 metro 🇲🇽 mexico,mx 🦠 microbe 🇫🇲 micronesia,fm 🎤 microphone
🔬 microscope 🪖 military_helmet 🥛 milk_glass,milk,glass_of_milk 🌌 milky_way 🚐 minibus
💽 minidisc,computer_disk 🪞 mirror 🪩 mirror_ball 📴 mobile_phone_off 🇲🇩 moldova,md 🇲🇨 monaco,mc
🤑 money_mouth_face,money_mouth 💸 money_with_wings 💰 moneybag,money_bag 🇲🇳 mongolia,mn 🐒 monkey
🐵 monkey_face 🧐 monocle_face,face_with_monocle 🚝 monorail 🇲🇪 montenegro,me 🇲🇸 montserrat,ms
🌔 moon,waxing_gibbous_moon 🥮 moon_cake 🫎 moose 🇲🇦 morocco,ma 🎓 mortar_board 🕌 mosque 🦟 mosquito
🛥 motor_boat,motorboat 🛵 motor_scooter,motorbike 🏍 motorcycle,racing_motorcycle
🦼 motorized_wheelchair 🛣 motorway 🗻 mount_fuji ⛰ mountain 🚵 mountain_bicyclist
🚵‍♂️ mountain_biking_man 🚵‍♀️ mountain_biking_woman 🚠 mountain_cableway 🚞 mountain_railway
🏔 mountain_snow,snow_capped_mountain 🐭 mouse,mouse_face 🐁 mouse2 🪤 mouse_trap 🎥 movie_camera
🗿 moyai,moai 🇲🇿 mozambique,mz 🤶 mrs_claus,mother_christmas 💪 muscle,flexed_biceps 🍄 mushroom
🎹 musical_keyboard 🎵 musical_note 🎼 musical_score 🔇 mute,muted_speaker 🧑‍🎄 mx_claus 🇲🇲 myanmar,mm
💅 nail_care,nail_polish 📛 name_badge 🇳🇦 namibia,na 🏞 national_park,park 🇳🇷 nauru,nr
🤢 nauseated_face,sick 🧿 nazar_amulet 👔 necktie ❎ negative_squared_cross_mark 🇳🇵 nepal,np
🤓 nerd_face,nerd 🪺 nest_with_eggs 🪆 nesting_dolls 🇳🇱 netherlands,nl 😐 neutral_face 🆕 new
🇳🇨 new_caledonia,nc 🌑 new_moon 🌚 new_moon_with_face,new_moon_face 🇳🇿 new_zealand,nz 📰 newspaper
🗞 newspaper_roll,newspaper2,rolled_up_newspaper ⏭ next_track_button,track_next,next_track 🆖 ng
🙅‍♂️ ng_man,no_good_man 🙅‍♀️ ng_woman,no_good_woman 🇳🇮 nicaragua,ni 🇳🇪 niger,ne 🇳🇬 nigeria
🌃 night_with_stars 9️⃣ nine 🥷 ninja 🇳🇺 niue,nu 🔕 no_bell 🚳 no_bicycles ⛔ no_entry
🚫 no_entry_sign,prohibited 🙅 no_good 📵 no_mobile_phones 😶 no_mouth 🚷 no_pedestrians 🚭 no_smoking
🚱 non-potable_water 🇳🇫 norfolk_island,nf 🇰🇵 north_korea,kp 🇲🇵 northern_mariana_islands,mp
🇳🇴 norway,no 👃 nose 📓 notebook 📔 notebook_with_decorative_cover 🎶 notes,musical_notes
🔩 nut_and_bolt ⭕ o 🅾 o2 🌊 ocean,water_wave 🐙 octopus 🍢 oden 🏢 office 🧑‍💼 office_worker
🛢 oil_drum,oil 🆗 ok 👌 ok_hand 🙆‍♂️ ok_man 🙆 ok_person 🙆‍♀️ ok_woman 🗝 old_key,key2
🧓 older_adult,older_person 👴 older_man,old_man 👵 older_woman,grandma,old_woman 🫒 olive
🕉 om,om_symbol 🇴🇲 oman 🔛 on,on_arrow 🚘 oncoming_automobile 🚍 oncoming_bus 🚔 oncoming_police_car
🚖 oncoming_taxi 1️⃣ one 🩱 one_piece_swimsuit,one-piece_swimsuit 🧅 onion 📂 open_file_folder
👐 open_hands 😮 open_mouth ⛎ ophiuchus 📙 orange_book 🟠 orange_circle,large_orange_circle
🧡 orange_heart 🟧 orange_square,large_orange_square 🦧 orangutan 🦦 otter 📤 outbox_tray 🦉 owl 🐂 ox
🦪 oyster 📦 package 📄 page_facing_up 📃 page_with_curl 📟 pager 🖌 paintbrush,lower_left_paintbrush
🇵🇰 pakistan,pk 🇵🇼 palau,pw 🇵🇸 palestinian_territories,ps 🫳 palm_down_hand 🌴 palm_tree
🫴 palm_up_hand 🤲 palms_up_together 🇵🇦 panama,pa 🥞 pancakes 🐼 panda_face,panda 📎 paperclip
🖇 paperclips,linked_paperclips 🇵🇬 papua_new_guinea,pg 🪂 parachute 🇵🇾 paraguay,py
⛱ parasol_on_ground,umbrella_on_ground 🅿 parking 🦜 parrot 〽 part_alternation_mark ⛅ partly_sunny
🥳 partying_face 🛳 passenger_ship,cruise_ship 🛂 passport_control ⏸ pause_button,double_vertical_bar
🫛 pea_pod ☮ peace_symbol,peace 🍑 peach 🦚 peacock 🥜 peanuts,shelled_peanut 🍐 pear
🖊 pen,pen_ballpoint,lower_left_ballpoint_pen ✏ pencil2 🐧 penguin 😔 pensive,pensive_face
🧑‍🤝‍🧑 people_holding_hands 🫂 people_hugging 🎭 performing_arts 😣 persevere 🧑‍🦲 person_bald
🧑‍🦱 person_curly_hair 🧑‍🍼 person_feeding_baby 🤺 person_fencing,fencer,fencing
🧑‍🦽 person_in_manual_wheelchair 🧑‍🦼 person_in_motorized_wheelchair 🤵 person_in_tuxedo
🧑‍🦰 person_red_hair 🧑‍🦳 person_white_hair 🫅 person_with_crown 🧑‍🦯 person_with_probing_cane
👳 person_with_turban 👰 person_with_veil 🇵🇪 peru,pe 🧫 petri_dish 🇵🇭 philippines,ph
☎ phone,telephone ⛏ pick 🛻 pickup_truck 🥧 pie 🐷 pig,pig_face 🐖 pig2 🐽 pig_nose 💊 pill 🧑‍✈️ pilot
🪅 pinata 🤌 pinched_fingers 🤏 pinching_hand 🍍 pineapple
🏓 ping_pong,table_tennis,table_tennis_paddle_and_ball 🩷 pink_heart 🏴‍☠️ pirate_flag
🇵🇳 pitcairn_islands,pn 🍕 pizza 🪧 placard 🛐 place_of_worship,worship_symbol
🍽 plate_with_cutlery,fork_knife_plate,fork_and_knife_with_plate,knife_fork_plate
⏯ play_or_pause_button,play_pause 🛝 playground_slide 🥺 pleading_face 🪠 plunger 👇 point_down
👈 point_left 👉 point_right ☝ point_up 👆 point_up_2 🇵🇱 poland,pl 🐻‍❄️ polar_bear 🚓 police_car
👮‍♂️ policeman 👮‍♀️ policewoman 🐩 poodle 🍿 popcorn 🇵🇹 portugal,pt 🏣 post_office 📯 postal_horn
📮 postbox 🚰 potable_water 🥔 potato 🪴 potted_plant 👝 pouch,clutch_bag 🍗 poultry_leg 💷 pound
🫗 pouring_liquid 😡 pout,rage 😾 pouting_cat 🙎 pouting_face 🙎‍♂️ pouting_man 🙎‍♀️ pouting_woman
🙏 pray,folded_hands 📿 prayer_beads 🫃 pregnant_man 🫄 pregnant_person
🤰 pregnant_woman,expecting_woman 🥨 pretzel ⏮ previous_track_button,track_previous,previous_track
🤴 prince 👸 princess 🖨 printer 🦯 probing_cane 🇵🇷 puerto_rico,pr 🟣 purple_circle,large_purple_circle
💜 purple_heart 🟪 purple_square,large_purple_square 👛 purse 📌 pushpin 🚮 put_litter_in_its_place
🇶🇦 qatar,qa 🐰 rabbit,rabbit_face 🐇 rabbit2 🦝 raccoon 🐎 racehorse 🏎 racing_car,race_car 📻 radio
🔘 radio_button 🚃 railway_car 🛤 railway_track,railroad_track 🌈 rainbow 🏳️‍🌈 rainbow_flag
🤚 raised_back_of_hand,back_of_hand
🤨 raised_eyebrow,face_with_raised_eyebrow,face_with_one_eyebrow_raised
🖐 raised_hand_with_fingers_splayed,hand_splayed 🙌 raised_hands,raising_hands 🙋 raising_hand
🙋‍♂️ raising_hand_man 🙋‍♀️ raising_hand_woman 🐏 ram 🍜 ramen,steaming_bowl 🐀 rat 🪒 razor 🧾 receipt
⏺ record_button,black_circle_for_record ♻ recycle 🔴 red_circle 🧧 red_envelope 👨‍🦰 red_haired_man
👩‍🦰 red_haired_woman 🟥 red_square,large_red_square ® registered ☺ relaxed,smiling_face
😌 relieved,relieved_face 🎗 reminder_ribbon 🔁 repeat 🔂 repeat_one
⛑ rescue_worker_helmet,helmet_with_cross,helmet_with_white_cross 🚻 restroom 🇷🇪 reunion,re
💞 revolving_hearts ⏪ rewind 🦏 rhinoceros,rhino 🎀 ribbon 🍚 rice,cooked_rice 🍙 rice_ball
🍘 rice_cracker 🎑 rice_scene 🗯 right_anger_bubble,anger_right 🫱 rightwards_hand
🫸 rightwards_pushing_hand 💍 ring 🛟 ring_buoy 🪐 ringed_planet 🤖 robot,robot_face 🪨 rock 🚀 rocket
🤣 rofl,rolling_on_the_floor_laughing 🙄 roll_eyes,rolling_eyes,face_with_rolling_eyes
🧻 roll_of_paper 🎢 roller_coaster 🛼 roller_skate 🇷🇴 romania,ro 🐓 rooster 🌹 rose 🏵 rosette
🚨 rotating_light 📍 round_pushpin 🚣 rowboat 🚣‍♂️ rowing_man 🚣‍♀️ rowing_woman 🇷🇺 ru
🏉 rugby_football 🏃 runner,running 🏃‍♂️ running_man 🎽 running_shirt_with_sash,running_shirt
🏃‍♀️ running_woman 🇷🇼 rwanda,rw 🈂 sa 🧷 safety_pin 🦺 safety_vest 🍶 sake 🧂 salt 🫡 saluting_face
🇼🇸 samoa,ws 🇸🇲 san_marino,sm 👡 sandal,womans_sandal 🥪 sandwich 🎅 santa,santa_claus
🇸🇹 sao_tome_principe,st 🥻 sari 💁‍♂️ sassy_man,tipping_hand_man 💁‍♀️ sassy_woman,tipping_hand_woman
📡 satellite,satellite_antenna 🇸🇦 saudi_arabia,saudiarabia,saudi 🧖‍♂️ sauna_man 🧖 sauna_person
🧖‍♀️ sauna_woman 🦕 sauropod 🎷 saxophone 🧣 scarf 🏫 school 🎒 school_satchel,backpack 🧑‍🔬 scientist
🦂 scorpion ♏ scorpius,scorpio 🏴󠁧󠁢󠁳󠁣󠁴󠁿 scotland,flag-scotland 😱 scream 🙀 scream_cat,weary_cat
🪛 screwdriver 📜 scroll 🦭 seal 💺 seat 🙈 see_no_evil 🌱 seedling 🤳 selfie 🇸🇳 senegal,sn 🇷🇸 serbia,rs
🐕‍🦺 service_dog 7️⃣ seven 🪡 sewing_needle 🇸🇨 seychelles,sc 🫨 shaking_face
🥘 shallow_pan_of_food,paella 🦈 shark 🍧 shaved_ice 🐑 sheep,ewe 🐚 shell,spiral_shell 🛡 shield
⛩ shinto_shrine 🚢 ship 👕 shirt,tshirt,t_shirt 🛍 shopping,shopping_bags
🛒 shopping_cart,shopping_trolley 🩳 shorts 🚿 shower 🦐 shrimp 🤷 shrug 🤫 shushing_face
🇸🇱 sierra_leone,sl 📶 signal_strength,antenna_bars 🇸🇬 singapore,sg 🧑‍🎤 singer 🇸🇽 sint_maarten,sx
6️⃣ six 🔯 six_pointed_star 🛹 skateboard 🎿 ski,skis ⛷ skier 💀 skull,skeleton 🦨 skunk 🛷 sled
😴 sleeping,sleeping_face 🛌 sleeping_bed,sleeping_accommodation 😪 sleepy,sleepy_face
🙁 slightly_frowning_face,slight_frown 🙂 slightly_smiling_face,slight_smile 🎰 slot_machine 🦥 sloth
🇸🇰 slovakia,sk 🇸🇮 slovenia,si 🛩 small_airplane,airplane_small 🔹 small_blue_diamond
🔸 small_orange_diamond 🔺 small_red_triangle 🔻 small_red_triangle_down 😄 smile 😸 smile_cat 😃 smiley
😺 smiley_cat,grinning_cat 🥲 smiling_face_with_tear
🥰 smiling_face_with_three_hearts,smiling_face_with_3_hearts 😈 smiling_imp 😏 smirk,smirking_face
😼 smirk_cat 🚬 smoking,cigarette 🐌 snail 🐍 snake 🤧 sneezing_face,sneeze 🏂 snowboarder
⛄ snowman,snowman_without_snow 🧼 soap 😭 sob ⚽ soccer,soccer_ball 🧦 socks 🥎 softball
🇸🇧 solomon_islands,sb 🇸🇴 somalia,so 🔜 soon,soon_arrow 🆘 sos 🔉 sound 🇿🇦 south_africa,za
🇬🇸 south_georgia_south_sandwich_islands,gs 🇸🇸 south_sudan,ss 👾 space_invader,alien_monster
🍝 spaghetti 🎇 sparkler 💖 sparkling_heart 🙊 speak_no_evil 🔈 speaker
🗣 speaking_head,speaking_head_in_silhouette 💬 speech_balloon 🚤 speedboat 🕷 spider 🕸 spider_web
🗓 spiral_calendar,calendar_spiral,spiral_calendar_pad
🗒 spiral_notepad,notepad_spiral,spiral_note_pad 🧽 sponge 🥄 spoon 🦑 squid 🇱🇰 sri_lanka,lk
🇧🇱 st_barthelemy,bl 🇸🇭 st_helena,sh 🇰🇳 st_kitts_nevis,kn 🇱🇨 st_lucia,lc 🇲🇫 st_martin,mf
🇵🇲 st_pierre_miquelon,pm 🇻🇨 st_vincent_grenadines,vc 🏟 stadium 🧍‍♂️ standing_man 🧍 standing_person
🧍‍♀️ standing_woman ⭐ star 🌟 star2,glowing_star ☪ star_and_crescent
🤩 star_struck,star-struck,grinning_face_with_star_eyes 🌠 stars,shooting_star 🚉 station
🗽 statue_of_liberty 🚂 steam_locomotive,locomotive 🩺 stethoscope 🍲 stew,pot_of_food
⏹ stop_button,black_square_for_stop 🛑 stop_sign,octagonal_sign ⏱ stopwatch 📏 straight_ruler
🍓 strawberry 😛 stuck_out_tongue 😝 stuck_out_tongue_closed_eyes 😜 stuck_out_tongue_winking_eye
🧑‍🎓 student 🎙 studio_microphone,microphone2 🥙 stuffed_flatbread,stuffed_pita 🇸🇩 sudan,sd
🌥 sun_behind_large_cloud,white_sun_cloud,white_sun_behind_cloud,barely_sunny,sun_behind_cloud
🌦 sun_behind_rain_cloud,white_sun_rain_cloud,partly_sunny_rain
🌤 sun_behind_small_cloud,white_sun_small_cloud,white_sun_with_small_cloud,mostly_sunny,sun_small_cloud
🌞 sun_with_face 🌻 sunflower 😎 sunglasses 🌅 sunrise 🌄 sunrise_over_mountains 🦸 superhero
🦸‍♂️ superhero_man 🦸‍♀️ superhero_woman 🦹 supervillain 🦹‍♂️ supervillain_man
🦹‍♀️ supervillain_woman 🏄 surfer 🏄‍♂️ surfing_man 🏄‍♀️ surfing_woman 🇸🇷 suriname,sr 🍣 sushi
🚟 suspension_railway 🇸🇯 svalbard_jan_mayen,sj 🦢 swan 🇸🇿 swaziland,sz 😓 sweat 💦 sweat_drops
😅 sweat_smile 🇸🇪 sweden,se 🍠 sweet_potato 🩲 swim_brief,briefs 🏊 swimmer 🏊‍♂️ swimming_man
🏊‍♀️ swimming_woman 🇨🇭 switzerland,ch 🔣 symbols,input_symbols 🕍 synagogue 🇸🇾 syria,sy 💉 syringe
🦖 t-rex,t_rex 🌮 taco 🎉 tada,party_popper 🇹🇼 taiwan,tw 🇹🇯 tajikistan,tj 🥡 takeout_box 🫔 tamale
🎋 tanabata_tree 🇹🇿 tanzania,tz 🚕 taxi 🍵 tea 🧑‍🏫 teacher 🫖 teapot 🧑‍💻 technologist 🧸 teddy_bear
📞 telephone_receiver 🔭 telescope 🎾 tennis ⛺ tent 🧪 test_tube 🇹🇭 thailand,th 🌡 thermometer
🤔 thinking,thinking_face 🩴 thong_sandal 💭 thought_balloon 🧵 thread 3️⃣ three 🎫 ticket
🎟 tickets,admission_tickets 🐯 tiger,tiger_face 🐅 tiger2 ⏲ timer_clock,timer 🇹🇱 timor_leste,tl
😫 tired_face 🇹🇬 togo,tg 🚽 toilet 🇹🇰 tokelau,tk 🗼 tokyo_tower 🍅 tomato 🇹🇴 tonga,to 👅 tongue
🧰 toolbox 🦷 tooth 🪥 toothbrush 🔝 top,top_arrow 🎩 tophat,top_hat
🌪 tornado,cloud_tornado,cloud_with_tornado,tornado_cloud 🇹🇷 tr 🖲 trackball 🚜 tractor
🚥 traffic_light 🚋 train,tram_car 🚆 train2 🚊 tram 🏳️‍⚧️ transgender_flag ⚧ transgender_symbol
🚩 triangular_flag_on_post 📐 triangular_ruler 🔱 trident 🇹🇹 trinidad_tobago,tt
🇹🇦 tristan_da_cunha,ta 😤 triumph 🧌 troll 🚎 trolleybus 🏆 trophy 🍹 tropical_drink 🐠 tropical_fish
🚚 truck 🎺 trumpet 🌷 tulip 🥃 tumbler_glass,whisky 🇹🇳 tunisia,tn 🦃 turkey 🇹🇲 turkmenistan
🇹🇨 turks_caicos_islands,tc 🐢 turtle 🇹🇻 tuvalu 📺 tv,television 🔀 twisted_rightwards_arrows 2️⃣ two
💕 two_hearts 👬 two_men_holding_hands 👭 two_women_holding_hands 🈹 u5272 🈴 u5408 🈺 u55b6 🈯 u6307
🈷 u6708 🈶 u6709 🈵 u6e80 🈚 u7121 🈸 u7533 🈲 u7981 🈳 u7a7a 🇺🇬 uganda,ug 🇺🇦 ukraine,ua
😒 unamused,unamused_face 🔞 underage 🦄 unicorn,unicorn_face 🇦🇪 united_arab_emirates,ae
🇺🇳 united_nations 🔓 unlock,unlocked 🆙 up 🙃 upside_down_face,upside_down 🇺🇾 uruguay,uy 🇺🇸 us
🇺🇲 us_outlying_islands,um 🇻🇮 us_virgin_islands,vi 🇺🇿 uzbekistan,uz ✌ v,victory_hand 🧛 vampire
🧛‍♂️ vampire_man 🧛‍♀️ vampire_woman 🇻🇺 vanuatu,vu 🇻🇦 vatican_city,va 🇻🇪 venezuela,ve
🚦 vertical_traffic_light 📼 vhs,videocassette 📳 vibration_mode 📹 video_camera 🎮 video_game
🇻🇳 vietnam,vn 🎻 violin ♍ virgo 🌋 volcano 🏐 volleyball
🤮 vomiting_face,face_vomiting,face_with_open_mouth_vomiting 🆚 vs 🖖 vulcan_salute,vulcan,spock-hand
🧇 waffle 🏴󠁧󠁢󠁷󠁬󠁳󠁿 wales,flag-wales 🚶 walking 🚶‍♂️ walking_man 🚶‍♀️ walking_woman
🇼🇫 wallis_futuna,wf 🌘 waning_crescent_moon 🌖 waning_gibbous_moon ⚠ warning 🗑 wastebasket ⌚ watch
🐃 water_buffalo 🤽 water_polo 🍉 watermelon 👋 wave,waving_hand 🌒 waxing_crescent_moon
🚾 wc,water_closet 😩 weary,weary_face 💒 wedding 🏋 weight_lifting,lifter,weight_lifter
🏋️‍♂️ weight_lifting_man 🏋️‍♀️ weight_lifting_woman 🇪🇭 western_sahara,eh 🐳 whale 🐋 whale2 🛞 wheel
♿ wheelchair ⚪ white_circle 🏳 white_flag,flag_white,waving_white_flag 💮 white_flower
👨‍🦳 white_haired_man 👩‍🦳 white_haired_woman 🤍 white_heart ⬜ white_large_square
◽ white_medium_small_square ◻ white_medium_square ▫ white_small_square 🔳 white_square_button
🥀 wilted_flower,wilted_rose 🎐 wind_chime 🌬 wind_face,wind_blowing_face 🪟 window 🍷 wine_glass
🪽 wing 😉 wink,winking_face 🛜 wireless 🐺 wolf 👩 woman 👩‍🎨 woman_artist 👩‍🚀 woman_astronaut
🧔‍♀️ woman_beard 🤸‍♀️ woman_cartwheeling 👩‍🍳 woman_cook 🤦‍♀️ woman_facepalming
👩‍🏭 woman_factory_worker 👩‍🌾 woman_farmer 👩‍🍼 woman_feeding_baby 👩‍🚒 woman_firefighter
👩‍⚕️ woman_health_worker 👩‍🦽 woman_in_manual_wheelchair 👩‍🦼 woman_in_motorized_wheelchair
🤵‍♀️ woman_in_tuxedo 👩‍⚖️ woman_judge 🤹‍♀️ woman_juggling 👩‍🔧 woman_mechanic
👩‍💼 woman_office_worker 👩‍✈️ woman_pilot 🤾‍♀️ woman_playing_handball 🤽‍♀️ woman_playing_water_polo
👩‍🔬 woman_scientist 🤷‍♀️ woman_shrugging 👩‍🎤 woman_singer 👩‍🎓 woman_student 👩‍🏫 woman_teacher
👩‍💻 woman_technologist 🧕 woman_with_headscarf 👩‍🦯 woman_with_probing_cane 👳‍♀️ woman_with_turban
👚 womans_clothes 👒 womans_hat 🤼‍♀️ women_wrestling 🚺 womens,womens_room 🪵 wood 🥴 woozy_face
🗺 world_map,map 🪱 worm 😟 worried,worried_face 🔧 wrench 🤼 wrestling,people_wrestling,wrestlers
✍ writing_hand ❌ x,cross_mark 🩻 x_ray,x-ray 🧶 yarn 🥱 yawning_face
🟡 yellow_circle,large_yellow_circle 💛 yellow_heart 🟨 yellow_square,large_yellow_square 🇾🇪 yemen,ye
💴 yen,yen_banknote ☯ yin_yang 🪀 yo_yo,yo-yo 😋 yum 🇿🇲 zambia,zm 🤪 zany_face,crazy_face,zany
⚡ zap,high_voltage 🦓 zebra,zebra_face 0️⃣ zero 🇿🇼 zimbabwe,zw 🤐 zipper_mouth_face,zipper_mouth
🧟 zombie 🧟‍♂️ zombie_man 🧟‍♀️ zombie_woman 💤 zzz 🦱 curly_haired,curly_hair 🦰 red_haired,red_hair
🦳 white_haired,white_hair 🦲 bald 🇿 regional_indicator_z 🇾 regional_indicator_y
🇽 regional_indicator_x 🇼 regional_indicator_w 🇻 regional_indicator_v 🇺 regional_indicator_u
🇹 regional_indicator_t 🇸 regional_indicator_s 🇷 regional_indicator_r 🇶 regional_indicator_q
🇵 regional_indicator_p 🇴 regional_indicator_o 🇳 regional_indicator_n 🇲 regional_indicator_m
🇱 regional_indicator_l 🇰 regional_indicator_k 🇯 regional_indicator_j 🇮 regional_indicator_i
🇭 regional_indicator_h 🇬 regional_indicator_g 🇫 regional_indicator_f 🇪 regional_indicator_e
🇩 regional_indicator_d 🇨 regional_indicator_c 🇧 regional_indicator_b 🇦 regional_indicator_a
🇨🇶 flag-sark 🪉 harp 🪏 shovel 🪾 leafless_tree 🫆 fingerprint 🫜 root_vegetable 🫟 splatter
🫩 face_with_bags_under_eyes
`
